package dev.gatehouse.web.tls;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;

/// A private key, as the tools write it that make certificates: PKCS #8, PKCS #1 (RSA) or SEC 1 (EC).
///
/// @spec https://www.rfc-editor.org/rfc/rfc5208#section-5 RFC 5208 §5
final class KeyFile {

    private static final byte[] VERSION_0 = {0x02, 0x01, 0x00};
    private static final byte[] RSA = HexFormat.of().parseHex("06092a864886f70d0101010500");
    private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private KeyFile() {}

    /// @throws UnusableFile with what is wrong
    static PrivateKey read(Path file) {
        var text = CertificateFile.text(file);
        try {
            for (var block : Pem.blocks(text)) {
                if (block.label().endsWith("PRIVATE KEY")) return key(block);
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException fault) {
            var why = fault instanceof IllegalArgumentException ? fault.getMessage() : "cannot be read";
            throw new UnusableFile(file, "holds a key that " + why, "Write it anew, as PEM without a passphrase.");
        }
        throw new UnusableFile(file, "has no private key in it", "Name the file that begins -----BEGIN PRIVATE KEY.");
    }

    private static PrivateKey key(Pem block) {
        return switch (block.label()) {
            case "PRIVATE KEY" -> of(block.der());
            case "RSA PRIVATE KEY" -> of(Der.sequence(VERSION_0, Der.sequence(RSA), Der.octets(block.der())));
            case "EC PRIVATE KEY" ->
                of(Der.sequence(VERSION_0, Der.sequence(EC, Der.curveOf(block.der())), Der.octets(block.der())));
            case "ENCRYPTED PRIVATE KEY" -> throw new IllegalArgumentException("is encrypted with a passphrase");
            default -> throw new IllegalArgumentException("is of a kind that is not known here");
        };
    }

    private static PrivateKey of(byte[] pkcs8) {
        for (var algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (GeneralSecurityException _) {
                // Of another algorithm, perhaps.
            }
        }
        throw new IllegalArgumentException("is neither RSA, EC nor EdDSA");
    }
}
