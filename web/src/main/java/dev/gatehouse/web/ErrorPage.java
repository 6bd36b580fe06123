package dev.gatehouse.web;

import dev.gatehouse.web.language.Language;
import dev.gatehouse.web.language.Words;

/// What a page says to a person who was refused, or for whom something went wrong: plain words by kind, and
/// the denial itself for whoever has to look further.
public record ErrorPage(Denial denial) {
    private static final Words<ErrorWords> WORDS = new Words<>(new ErrorWords.English(), new ErrorWords.Russian());

    /// One line, for the page's title and heading.
    public String title(Language language) {
        return text(WORDS.in(language)).title();
    }

    /// What the person may do about it.
    public String advice(Language language) {
        return text(WORDS.in(language)).advice();
    }

    public int status() {
        return denial.status();
    }

    /// To be shown, so that help can be asked for.
    public String requestId() {
        return denial.requestId();
    }

    private ErrorWords.Text text(ErrorWords words) {
        if (denial.refusal().type() == Problems.FORM_NOT_OURS) return words.formNotOurs();
        return switch (denial.status()) {
            case 401, 403 -> words.notAllowed();
            case 404, 410 -> words.noSuchPage();
            case 405 -> words.otherMethod();
            case 413, 414, 431 -> words.tooLarge();
            case 429, 503 -> words.busy();
            default -> denial.status() >= 500 ? words.ourFault() : words.badRequest();
        };
    }
}
