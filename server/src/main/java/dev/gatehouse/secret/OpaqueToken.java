package dev.gatehouse.secret;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/// A token that means nothing by itself: 256 random bits behind a prefix, with a checksum at the end.
///
/// The prefix (`gate_refresh_…`) lets secret scanners find one that was committed by mistake, by
/// `gate_[a-z]+_[A-Za-z0-9_-]{49}`; the checksum lets them, and us, tell one from a look-alike or a typing error
/// without asking the database. It protects nothing: anyone can compute it.
public final class OpaqueToken {
    private static final int SECRET_BYTES = 32;
    private static final int SECRET_CHARACTERS = 43;
    private static final int CHECKSUM_CHARACTERS = 6;

    private OpaqueToken() {}

    /// What a token is good for. Each kind has a prefix of its own, so that none passes for another.
    public enum Kind {
        CLIENT_SECRET("gate_secret_", "ghs_"),
        ACCESS_TOKEN("gate_access_"),
        REFRESH_TOKEN("gate_refresh_", "ghr_"),
        AUTHORIZATION_CODE("gate_code_", "ghc_"),
        BROWSER_SESSION("gate_session_", "ghb_"),
        TICKET("gate_ticket_", "ght_"),
        INVITATION("gate_invitation_", "ghi_"),
        SETUP_CODE("gate_setup_", "ghs_"),
        DEVICE_CODE("gate_device_"),
        PUSHED_REQUEST("gate_request_"),
        INITIAL_ACCESS("gate_initial_"),
        REGISTRATION_ACCESS("gate_registration_");

        private final String prefix;
        private final String former;

        Kind(String prefix) {
            this(prefix, prefix);
        }

        /// @param former given out until the prefixes became our own; what was given so stays good
        Kind(String prefix, String former) {
            this.prefix = prefix;
            this.former = former;
        }

        public String prefix() {
            return prefix;
        }
    }

    /// A new token.
    public static String random(Kind kind) {
        var unchecked = kind.prefix + Base64Url.encode(RandomValues.bytes(SECRET_BYTES));
        return unchecked + checksum(unchecked);
    }

    /// Whether `text` could be a token of ours of this kind. Only the database knows whether it is one.
    public static boolean isWellFormed(Kind kind, String text) {
        return isWellFormed(kind.prefix, text) || isWellFormed(kind.former, text);
    }

    private static boolean isWellFormed(String prefix, String text) {
        var unchecked = prefix.length() + SECRET_CHARACTERS;
        return text.length() == unchecked + CHECKSUM_CHARACTERS
                && text.startsWith(prefix)
                && text.substring(unchecked).equals(checksum(text.substring(0, unchecked)));
    }

    private static String checksum(String text) {
        var crc = new CRC32();
        crc.update(Utf8.bytes(text));
        return Base64Url.encode(
                ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array());
    }
}
