package dev.gatehouse.account;

import java.text.Normalizer;
import java.util.Locale;

/// How addresses of e-mail compare.
final class Email {

    private Email() {}

    /// The form under which an address is unique and found: composed Unicode (NFC), lower case in no language's
    /// rules.
    ///
    /// RFC 5321 lets a host tell `Alice@` from `alice@`; no host that people use does, and two accounts that look
    /// alike are how one person gets another's mail.
    static String key(String email) {
        return Normalizer.normalize(email.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /// The part before the `@`.
    static String localPart(String email) {
        var at = email.lastIndexOf('@');
        return at < 0 ? email : email.substring(0, at);
    }

    /// The part behind the `@`.
    static String domain(String email) {
        return email.substring(email.lastIndexOf('@') + 1);
    }
}
