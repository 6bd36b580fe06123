package dev.gatehouse.logout;

import dev.gatehouse.page.FrameView;
import dev.gatehouse.page.Pages;
import dev.gatehouse.session.BrowserCookie;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Page;
import dev.gatehouse.web.Template;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// What comes after a session has ended: the applications that want to hear of it in the browser are loaded, and the
/// person goes on.
///
/// @spec https://openid.net/specs/openid-connect-frontchannel-1_0.html#RPLogout Front-Channel Logout §2
record SignedOutPages(BrowserCookie browser, Pages pages) {

    private static final Template<SignedOutView> SIGNED_OUT = JtesignedoutGenerated::render;

    /// @param here the page's address, to which a language can be added
    Answer<Page> show(FrameView frame, String here) {
        return page(frame, here, List.of(), Optional.empty());
    }

    /// @param frames what the browser has to load, one or more
    /// @param next where the person goes then
    Answer<Page> telling(FrameView frame, List<URI> frames, Optional<URI> next) {
        return page(frame, "", frames, next).header(browser.gone());
    }

    private Answer<Page> page(FrameView frame, String here, List<URI> frames, Optional<URI> next) {
        var words = LogoutWords.WORDS.in(frame.frame().language());
        var page = Page.of(SIGNED_OUT, new SignedOutView(frame, words, here, frames, next));
        for (var address : frames) page = page.framing(address);
        if (next.isPresent()) page = page.running(SignedOutView.SCRIPT);
        var answer = pages.answer(200, frame, page.inPopup());
        // Without scripts, or with an application that does not answer, the browser goes on by itself all the same.
        return next.map(uri -> answer.header("Refresh", SignedOutView.SECONDS + "; url=" + uri.toASCIIString()))
                .orElse(answer);
    }
}
