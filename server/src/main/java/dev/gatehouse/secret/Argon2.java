package dev.gatehouse.secret;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id, version 1.3: the reference library where it loads, Bouncy Castle where it does not. Both give the
/// same bytes.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9106 RFC 9106
enum Argon2 {
    /// A third faster, and its memory is not the collector's.
    NATIVE {
        @Override
        byte[] hash(byte[] password, byte[] salt, PasswordCost cost, int length) {
            return Library.ARGON2ID.pbkdf(
                    cost.iterations(), cost.memoryKib(), cost.parallelism(), password, salt, length);
        }
    },
    JAVA {
        @Override
        byte[] hash(byte[] password, byte[] salt, PasswordCost cost, int length) {
            var generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withIterations(cost.iterations())
                    .withMemoryAsKB(cost.memoryKib())
                    .withParallelism(cost.parallelism())
                    .withSalt(salt)
                    .build());
            var hash = new byte[length];
            generator.generateBytes(password, hash);
            return hash;
        }
    };

    private static final class Library {
        static final Argon2Advanced ARGON2ID = Argon2Factory.createAdvanced(Argon2Types.ARGON2id);
    }

    /// @param length of the hash in bytes
    abstract byte[] hash(byte[] password, byte[] salt, PasswordCost cost, int length);

    /// Found out once, at the first hash and not at start: unpacking the library takes a fifth of a second.
    private static final class Fastest {
        static final Argon2 ONE = find();
    }

    /// The faster of those that work on this machine.
    static Argon2 fastest() {
        return Fastest.ONE;
    }

    private static Argon2 find() {
        try {
            NATIVE.hash(new byte[1], new byte[16], new PasswordCost(8, 1, 1), 16);
            return NATIVE;
        } catch (LinkageError | RuntimeException noLibraryForThisMachine) {
            return JAVA;
        }
    }
}
