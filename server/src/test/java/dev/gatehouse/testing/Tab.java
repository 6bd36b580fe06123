package dev.gatehouse.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// One tab of a real browser, and the person before it.
public final class Tab {

    private final Chromium browser;
    private final String context;
    private final String session;

    Tab(Chromium browser, String context, String session) {
        this.browser = browser;
        this.context = context;
        this.session = session;
        command("Page.enable", Map.of());
    }

    /// Another tab of the same browser.
    public Tab another() {
        return browser.tabOf(context);
    }

    public Tab open(URI url) {
        leaving(() -> command("Page.navigate", Map.of("url", url.toString())));
        return this;
    }

    /// Types into an input as a keyboard would.
    public Tab type(String selector, String text) {
        run("document.querySelector('" + selector + "').focus(); document.querySelector('" + selector + "').select()");
        return insert(text);
    }

    /// Types into what has the focus.
    public Tab insert(String text) {
        command("Input.insertText", Map.of("text", text));
        return this;
    }

    public void press(String key, int code, String text) {
        for (var type : List.of("keyDown", "keyUp"))
            command(
                    "Input.dispatchKeyEvent",
                    Map.of("type", type, "key", key, "windowsVirtualKeyCode", code, "text", text));
    }

    public void pressTab() {
        press("Tab", 9, "");
    }

    /// Sends the form that has the focus.
    public Tab pressEnter() {
        leaving(() -> press("Enter", 13, "\r"));
        return this;
    }

    /// Clicks something that leads to another page.
    public Tab follow(String selector) {
        leaving(() -> run("document.querySelector('" + selector + "').click()"));
        return this;
    }

    /// Clicks something that stays on this page.
    public Tab click(String selector) {
        run("document.querySelector('" + selector + "').click()");
        return this;
    }

    public String text(String selector) {
        return run("document.querySelector('" + selector + "')?.innerText ?? ''")
                .asText();
    }

    public String value(String expression) {
        return run("String(" + expression + ")").asText();
    }

    public String path() {
        return value("location.pathname");
    }

    public Tab withoutJavaScript() {
        command("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        return this;
    }

    public Tab sized(int width, int height) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        return this;
    }

    public Tab dark(boolean dark) {
        var scheme = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
        command("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
        return this;
    }

    /// What axe-core finds wrong with the page, each as `rule: element`.
    public List<String> barriers() {
        run(axe() + "; 0");
        var found = run("axe.run().then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.html)))");
        return found.valueStream().map(JsonNode::asText).toList();
    }

    public void screenshot(Path file) {
        try {
            Files.createDirectories(file.getParent());
            var picture = command("Page.captureScreenshot", Map.of("captureBeyondViewport", false));
            Files.write(file, Chromium.decoded(picture.path("data")));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Does what leads to another page, and waits until that page is there.
    private void leaving(Runnable step) {
        run("window.left = false; 0");
        step.run();
        Await.until(this::hasArrived);
    }

    /// A page that goes away while it is asked has no answer.
    private boolean hasArrived() {
        try {
            return value("window.left === undefined && document.readyState === \"complete\"")
                    .equals("true");
        } catch (AssertionError unanswered) {
            if (String.valueOf(unanswered.getMessage()).contains("navigated")) return false;
            throw unanswered;
        }
    }

    private JsonNode run(String script) {
        var result =
                command("Runtime.evaluate", Map.of("expression", script, "returnByValue", true, "awaitPromise", true));
        if (result.has("exceptionDetails")) throw new AssertionError(script + ": " + result);
        return result.path("result").path("value");
    }

    private JsonNode command(String method, Map<String, ?> parameters) {
        return browser.command(session, method, parameters);
    }

    private static String axe() {
        try (var script = Tab.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
