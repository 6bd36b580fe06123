package dev.gatehouse.spring;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;

/// An application in a Tomcat that leaves signing in to Spring Security: `/me` says who is there, `/bye` is for
/// everybody.
final class SpringApplication implements AutoCloseable {

    private final Tomcat tomcat = new Tomcat();
    private final GenericWebApplicationContext spring = new GenericWebApplicationContext();

    /// Opens its doors.
    ///
    /// @param port at which it listens
    /// @param folder where Tomcat may write
    SpringApplication(int port, Path folder, ClientRegistration registration) {
        new AnnotatedBeanDefinitionReader(spring).register(SpringRules.class);
        spring.registerBean(
                ClientRegistrationRepository.class, () -> new InMemoryClientRegistrationRepository(registration));
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(port);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.setSilent(true);
        var context = (StandardContext) tomcat.addContext("", folder.toString());
        // Tomcat would ask for `--add-opens`, to look for what an application leaves behind.
        context.setClearReferencesThreadLocals(false);
        context.setClearReferencesRmiTargets(false);
        Tomcat.addServlet(context, "pages", new Pages()).addMapping("/*");
        guard(context);
        context.addServletContainerInitializer((_, servlets) -> wire(servlets), null);
        try {
            tomcat.start();
        } catch (LifecycleException fault) {
            throw new AssertionError(fault);
        }
    }

    private static void guard(Context context) {
        var filter = new FilterDef();
        filter.setFilterName("springSecurityFilterChain");
        filter.setFilter(new DelegatingFilterProxy("springSecurityFilterChain"));
        context.addFilterDef(filter);
        var everywhere = new FilterMap();
        everywhere.setFilterName("springSecurityFilterChain");
        everywhere.addURLPattern("/*");
        context.addFilterMap(everywhere);
    }

    private void wire(ServletContext servlets) {
        spring.setServletContext(servlets);
        servlets.setAttribute(WebApplicationContext.ROOT_WEB_APPLICATION_CONTEXT_ATTRIBUTE, spring);
        spring.refresh();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
            spring.close();
        } catch (LifecycleException fault) {
            throw new AssertionError(fault);
        }
    }

    /// Says who is signed in, as Spring Security has it.
    private static final class Pages extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            var who = SecurityContextHolder.getContext().getAuthentication();
            var text = who != null && who.getPrincipal() instanceof OidcUser person
                    ? person.getSubject() + " " + person.getEmail() + " "
                            + person.getUserInfo().getClaims().keySet()
                    : "nobody";
            response.getOutputStream().write(text.getBytes(UTF_8));
        }
    }
}
