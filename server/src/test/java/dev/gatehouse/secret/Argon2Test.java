package dev.gatehouse.secret;

import static org.assertj.core.api.Assertions.assertThat;

import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import de.mkammerer.argon2.Argon2Version;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class Argon2Test {
    /// From the tests of the reference implementation (Argon2id, version 1.3).
    @ParameterizedTest
    @EnumSource
    void it_gives_what_the_reference_implementation_gives(Argon2 argon2) {
        var hash = argon2.hash(bytes("password"), bytes("somesalt"), new PasswordCost(256, 2, 1), 32);
        assertThat(hex(hash)).isEqualTo("9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe");
    }

    @ParameterizedTest
    @CsvSource({"8,1,1,16", "64,3,1,32", "256,1,4,32", "19456,2,1,32", "128,2,2,64"})
    void the_library_and_bouncy_castle_agree(int memoryKib, int iterations, int parallelism, int length) {
        var cost = new PasswordCost(memoryKib, iterations, parallelism);
        var password = bytes("a password of alice, пароль боба");
        var salt = bytes("0123456789abcdef");

        assertThat(Argon2.NATIVE.hash(password, salt, cost, length))
                .isEqualTo(Argon2.JAVA.hash(password, salt, cost, length));
    }

    /// The vector of RFC 9106 §5.3 needs a secret and associated data, which we do not use; both libraries under
    /// us pass it.
    @Test
    void both_libraries_pass_the_vector_of_rfc_9106() {
        var expected = "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659";
        byte[] password = filled(32, 1), salt = filled(16, 2), secret = filled(8, 3), data = filled(12, 4);

        var library = Argon2Factory.createAdvanced(Argon2Types.ARGON2id);
        assertThat(hex(library.rawHashAdvanced(3, 32, 4, password, salt, secret, data, 32, Argon2Version.V13)))
                .isEqualTo(expected);

        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withIterations(3)
                .withMemoryAsKB(32)
                .withParallelism(4)
                .withSalt(salt)
                .withSecret(secret)
                .withAdditional(data)
                .build());
        var hash = new byte[32];
        generator.generateBytes(password, hash);
        assertThat(hex(hash)).isEqualTo(expected);
    }

    @Test
    void the_library_is_used_where_it_has_a_build() {
        assertThat(Argon2.fastest()).isEqualTo(Argon2.NATIVE);
    }

    private static byte[] filled(int length, int value) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
