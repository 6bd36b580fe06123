package dev.gatehouse.web.tls;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// One block of a PEM file.
///
/// @param label as `CERTIFICATE`
/// @spec https://www.rfc-editor.org/rfc/rfc7468#section-3 RFC 7468 §3
record Pem(String label, byte[] der) {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

    /// What stands between blocks is passed over, as it always was.
    ///
    /// @throws IllegalArgumentException when a block is not Base64
    static List<Pem> blocks(String text) {
        var blocks = new ArrayList<Pem>();
        var found = BLOCK.matcher(text);
        while (found.find()) {
            blocks.add(new Pem(found.group(1), bytes(found.group(2))));
        }
        return blocks;
    }

    private static byte[] bytes(String body) {
        // A key of the old form says in headers of its own that it is encrypted.
        if (body.contains(":")) throw new IllegalArgumentException("is encrypted with a passphrase");
        return Base64.getDecoder().decode(body.replaceAll("\\s", ""));
    }
}
