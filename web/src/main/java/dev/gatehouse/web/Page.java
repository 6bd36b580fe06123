package dev.gatehouse.web;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import java.net.URI;
import java.util.List;

/// An HTML page as an answer, and what it may reach: this server, and what is named here.
public final class Page {
    private final Filled<?> content;
    private final PagePolicy policy;

    private Page(Filled<?> content, PagePolicy policy) {
        this.content = content;
        this.policy = policy;
    }

    /// A template with its model, so that both are of one type.
    private record Filled<M>(Template<M> template, M model) {
        byte[] render() {
            var out = new Utf8ByteOutput();
            template.render(new OwaspHtmlTemplateOutput(out), null, model);
            return out.toByteArray();
        }
    }

    public static <M> Page of(Template<M> template, M model) {
        return new Page(new Filled<>(template, model), PagePolicy.STRICT);
    }

    /// A form of this page may be sent there, or be answered by a redirect to there: browsers look at both.
    public Page sendingFormsTo(URI target) {
        return new Page(content, policy.withFormAction(target));
    }

    /// The page may show that address in a frame.
    public Page framing(URI target) {
        return new Page(content, policy.withFrame(target));
    }

    /// One script may stand in the page itself: this one, to the letter. A file is better where it will do.
    public Page running(String inlineScript) {
        return new Page(content, policy.withScript(inlineScript));
    }

    /// Another site may have opened the page in a window of its own and may go on talking to that window, as
    /// clients do that sign people in by a popup.
    public Page inPopup() {
        return new Page(content, policy.withOpener());
    }

    /// Whole or not at all: a template that fails leaves no half of a page behind.
    byte[] render() {
        return content.render();
    }

    List<HttpHeader> headers() {
        return policy.headers();
    }
}
