package dev.gatehouse;

import dev.gatehouse.account.Account;
import dev.gatehouse.account.AccountEndpoint;
import dev.gatehouse.account.MeEndpoint;
import dev.gatehouse.account.RegistrationEndpoint;
import dev.gatehouse.audit.AuditEndpoint;
import dev.gatehouse.authorize.AuthorizationEndpoint;
import dev.gatehouse.authorize.PushedRequestEndpoint;
import dev.gatehouse.authorize.RequestObjects;
import dev.gatehouse.authorize.RequestReader;
import dev.gatehouse.authorize.SignedResponses;
import dev.gatehouse.client.ClientEndpoint;
import dev.gatehouse.consent.ConsentEndpoint;
import dev.gatehouse.consent.ConsentPages;
import dev.gatehouse.device.DeviceAuthorizationEndpoint;
import dev.gatehouse.device.DevicePages;
import dev.gatehouse.discovery.CallerCertificates;
import dev.gatehouse.discovery.JwkSetEndpoint;
import dev.gatehouse.discovery.MetadataEndpoint;
import dev.gatehouse.grant.TokenEndpoint;
import dev.gatehouse.logout.LogoutEndpoint;
import dev.gatehouse.logout.SignOut;
import dev.gatehouse.page.Errands;
import dev.gatehouse.page.IconEndpoint;
import dev.gatehouse.page.Pages;
import dev.gatehouse.page.StepPages;
import dev.gatehouse.registration.ClientRegistrationEndpoint;
import dev.gatehouse.registration.ClientRegistrationMode;
import dev.gatehouse.right.Right;
import dev.gatehouse.right.RightsGuard;
import dev.gatehouse.session.BrowserCookie;
import dev.gatehouse.session.SessionEndpoint;
import dev.gatehouse.session.Standing;
import dev.gatehouse.settings.Settings;
import dev.gatehouse.signin.ChoosePages;
import dev.gatehouse.signin.PasswordEndpoint;
import dev.gatehouse.signin.RegisterPages;
import dev.gatehouse.signin.SignInEndpoint;
import dev.gatehouse.signin.SignInPages;
import dev.gatehouse.tenant.TenantStore;
import dev.gatehouse.token.ActorGuard;
import dev.gatehouse.token.IntrospectionEndpoint;
import dev.gatehouse.token.RevocationEndpoint;
import dev.gatehouse.token.Userinfo;
import dev.gatehouse.token.UserinfoEndpoint;
import dev.gatehouse.web.Admission;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.Server;
import dev.gatehouse.web.ServerBuilder;
import java.net.URI;
import java.util.OptionalInt;

/// Every door to the street, and what stands behind it; [PermissionDoors] has those that ask who may do what.
final class Doors {

    private final Settings settings;
    private final Ground ground;
    private final Permissions permissions;
    private final People people;
    private final Applications applications;
    private final Visits visits;
    private final Tokens tokens;
    private final Conversations conversations;
    private final Guard<Standing> signedIn;
    private final RightsGuard rights;
    private final PermissionDoors permissionDoors;
    private final BrowserCookie browser;
    private final Pages pages;
    private final Errands errands;
    private final StepPages steps;
    private final RequestReader requests;

    Doors(
            Ground ground,
            Permissions permissions,
            People people,
            Applications applications,
            Company company,
            Visits visits,
            Tokens tokens,
            Conversations conversations) {
        this.settings = ground.settings;
        this.ground = ground;
        this.permissions = permissions;
        this.people = people;
        this.applications = applications;
        this.visits = visits;
        this.tokens = tokens;
        this.conversations = conversations;
        signedIn = tokens.signedInGuard.signedIn();
        var known = new ActorGuard(tokens.guard, tokens.live, applications.guard).known();
        rights = new RightsGuard(permissions.rights, known);
        permissionDoors = new PermissionDoors(ground, permissions, company, rights, known);
        var address = URI.create(ground.issuer);
        browser = BrowserCookie.at(address, visits.browsers);
        pages = new Pages(ground.master.derive("form tokens"), address);
        errands = new Errands(visits.tickets, applications.clients);
        steps = new StepPages(errands, browser, pages);
        requests = new RequestReader(
                applications.clients,
                tokens.id,
                conversations.pushedRequests,
                new RequestObjects(applications.keys, ground.issuer, ground.clock),
                settings.tokens().pkceOfAll());
    }

    /// @param soon whether what stands behind each door is prepared when somebody first comes to it
    Server open(boolean soon) {
        var plan = plan();
        if (soon) plan.prepareLater();
        people(plan);
        pages(plan);
        administrators(plan);
        permissionDoors.open(plan);
        authorization(plan);
        tokens(plan);
        signOut(plan);
        discovery(plan);
        return plan.start();
    }

    private ServerBuilder plan() {
        var address = settings.address();
        var transport = settings.transport();
        var plan = Server.builder()
                .describe("Gatehouse", Version.NUMBER, "Who are you, and what may you do?")
                .host(address.host())
                .port(address.port())
                .trustedProxies(address.trustedProxies())
                .assets(pages.assets())
                .errorPages(pages.errors())
                .metrics(permissionDoors.figures())
                .ready("database", () -> ground.database.read(new TenantStore()::hasMain));
        Outages.tell(plan);
        address.publicUrl().ifPresent(plan::publicUrl);
        transport.tls().ifPresent(plan::tls);
        transport.certificatePort().ifPresent(plan::certificatePort);
        transport.certificateHeader().ifPresent(plan::certificateHeader);
        return plan;
    }

    /// For programs that act for a person who is theirs: sign-in and one's own account, as JSON.
    private void people(ServerBuilder plan) {
        var changer = conversations.passwordChanger;
        var freshly = person(tokens.signedInGuard.freshlySignedIn());
        plan.mount(new RegistrationEndpoint(
                        people.registrar, permissions.rights, rights.requires(Right.ADMINISTER_ACCOUNTS))::mount)
                .mount(
                        new SignInEndpoint(
                                conversations.signIn,
                                ground.dpop,
                                tokens.refresh,
                                tokens.access,
                                visits.sessions,
                                signedIn)::mount)
                .mount(new MeEndpoint(people.accounts, permissions.rights, person(signedIn), freshly)::mount)
                .mount(new PasswordEndpoint(changer, signedIn)::mount)
                .mount(new SessionEndpoint(visits.sessions, signedIn)::mount)
                .mount(new ConsentEndpoint(conversations.consents, applications.clients, person(signedIn))::mount);
    }

    /// For people with a browser.
    private void pages(ServerBuilder plan) {
        var signIn = conversations.signIn;
        var length = settings.people().passwordMinLength();
        plan.mount(new SignInPages(signIn, people.registrar, browser, errands, pages)::mount)
                .mount(new RegisterPages(people.registrar, signIn, length, browser, errands, pages)::mount)
                .mount(new ChoosePages(steps)::mount)
                .mount(new ConsentPages(conversations.consents, steps)::mount)
                .mount(
                        new DevicePages(
                                conversations.deviceCodes,
                                applications.clients,
                                browser,
                                visits.tickets,
                                errands,
                                pages)::mount)
                .mount(new IconEndpoint(pages)::mount);
    }

    private void administrators(ServerBuilder plan) {
        plan.mount(
                        new AccountEndpoint(
                                people.accounts, permissions.rights, rights.requires(Right.ADMINISTER_ACCOUNTS))::mount)
                .mount(new ClientEndpoint(applications.clients, rights.requires(Right.ADMINISTER_CLIENTS))::mount)
                .mount(new AuditEndpoint(ground.database, rights.requires(Right.READ_AUDIT))::mount);
    }

    /// Where an application begins.
    private void authorization(ServerBuilder plan) {
        var guard = applications.guard;
        var pushed = conversations.pushedRequests;
        plan.mount(new AuthorizationEndpoint(
                        requests,
                        pushed,
                        new SignedResponses(ground.keys, ground.issuer, ground.clock),
                        tokens.codes,
                        browser,
                        visits.tickets,
                        conversations.consents,
                        applications.subjects,
                        pages,
                        ground.database,
                        ground.issuer,
                        ground.clock)::mount)
                .mount(new PushedRequestEndpoint(guard, ground.dpop, requests, pushed)::mount)
                .mount(new DeviceAuthorizationEndpoint(guard, conversations.deviceCodes, ground.issuer)::mount);
    }

    /// Where it gets tokens, and asks what they are worth.
    private void tokens(ServerBuilder plan) {
        var guard = applications.guard;
        plan.mount(new TokenEndpoint(
                        guard,
                        ground.dpop,
                        tokens.access,
                        tokens.id,
                        tokens.codes,
                        conversations.deviceCodes,
                        tokens.clientRefresh,
                        tokens.exchanged,
                        ground.records)::mount)
                .mount(new UserinfoEndpoint(
                        tokens.guard,
                        ground.dpop,
                        tokens.live,
                        new Userinfo(applications.subjects, tokens.claims, tokens.envelopes, ground.issuer))::mount)
                .mount(new IntrospectionEndpoint(
                        guard,
                        tokens.access,
                        tokens.live,
                        tokens.clientRefresh,
                        ground.keys,
                        ground.issuer,
                        ground.clock)::mount)
                .mount(new RevocationEndpoint(guard, tokens.access, tokens.live, tokens.clientRefresh)::mount);
    }

    /// Where it sends people who sign out.
    private void signOut(ServerBuilder plan) {
        var clients = applications.clients;
        var signOut = new SignOut(visits.sessions, tokens.participants, clients, ground.issuer);
        plan.mount(new LogoutEndpoint(clients, tokens.id, signOut, browser, visits.tickets, pages)::mount);
    }

    /// Where it learns what there is, and makes itself known.
    private void discovery(ServerBuilder plan) {
        var letsRegister = settings.clientRegistration() != ClientRegistrationMode.OFF;
        if (letsRegister) plan.mount(new ClientRegistrationEndpoint(applications.registrations, ground.issuer)::mount);
        plan.mount(new MetadataEndpoint(ground.issuer, ground.keys, letsRegister, callerCertificates())::mount)
                .mount(new JwkSetEndpoint(ground.keys)::mount);
    }

    private CallerCertificates callerCertificates() {
        var transport = settings.transport();
        var port = transport.certificatePort();
        var isAnotherPort =
                port.isPresent() && port.getAsInt() != settings.address().port();
        return new CallerCertificates(
                transport.takesCertificates(),
                !transport.certificateIssuers().isEmpty(),
                isAnotherPort ? port : OptionalInt.empty());
    }

    private static Guard<Account> person(Guard<Standing> guard) {
        return guard.then(standing -> Admission.admitted(standing.account()));
    }
}
