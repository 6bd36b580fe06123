package dev.gatehouse.web.testing;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/// Somebody who issues certificates.
public final class Authority {
    private static final String ECDSA_SHA256 = "2a8648ce3d040302";

    private final X500Principal name;
    private final KeyPair keys;
    private final List<X509Certificate> chain;

    private Authority(X500Principal name, KeyPair keys, List<X509Certificate> chain) {
        this.name = name;
        this.keys = keys;
        this.chain = chain;
    }

    /// @param subject as `CN=Root`
    public static Authority root(String subject) {
        return root(subject, Duration.ofDays(3650));
    }

    public static Authority root(String subject, Duration lifetime) {
        var name = new X500Principal(subject);
        var keys = keys("EC");
        var now = Instant.now();
        var wish = Wish.of(subject).between(now.minus(Duration.ofDays(800)), now.plus(lifetime));
        return new Authority(name, keys, List.of(sign(name, keys, keys, wish, true)));
    }

    /// Another, below this one.
    public Authority below(String subject) {
        var theirs = keys("EC");
        var all = new ArrayList<X509Certificate>();
        all.add(sign(name, keys, theirs, Wish.of(subject), true));
        all.addAll(chain);
        return new Authority(new X500Principal(subject), theirs, all);
    }

    public X509Certificate certificate() {
        return chain.getFirst();
    }

    public Issued issue(Wish wish) {
        return issue(wish, keys(wish.algorithm()));
    }

    /// For a key that somebody has.
    public Issued issue(Wish wish, KeyPair theirs) {
        var all = new ArrayList<X509Certificate>();
        all.add(sign(name, keys, theirs, wish, false));
        // The root is known to whoever trusts it.
        all.addAll(chain.subList(0, chain.size() - 1));
        return new Issued(all, theirs);
    }

    public static Issued selfSigned(Wish wish) {
        var own = keys("EC");
        return new Issued(List.of(sign(new X500Principal(wish.subject()), own, own, wish, false)), own);
    }

    /// Another certificate for the key of an earlier one.
    public static Issued selfSigned(Wish wish, KeyPair own) {
        return new Issued(List.of(sign(new X500Principal(wish.subject()), own, own, wish, false)), own);
    }

    private static KeyPair keys(String algorithm) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(algorithm.equals("RSA") ? 2048 : 256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException fault) {
            throw new AssertionError(fault);
        }
    }

    private static X509Certificate sign(
            X500Principal issuer, KeyPair signing, KeyPair theirs, Wish wish, boolean isAuthority) {
        try {
            var algorithm = DerText.sequence(DerText.oid(ECDSA_SHA256));
            var statement = DerText.sequence(
                    DerText.of(0xa0, new byte[] {0x02, 0x01, 0x02}),
                    DerText.of(0x02, BigInteger.valueOf(System.nanoTime()).toByteArray()),
                    algorithm,
                    issuer.getEncoded(),
                    DerText.sequence(DerText.time(wish.from()), DerText.time(wish.until())),
                    new X500Principal(wish.subject()).getEncoded(),
                    theirs.getPublic().getEncoded(),
                    DerText.of(0xa3, DerText.sequence(extensions(wish, isAuthority))));
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(signing.getPrivate());
            signature.update(statement);
            var der = DerText.sequence(statement, algorithm, DerText.bits(signature.sign()));
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException fault) {
            throw new AssertionError(fault);
        }
    }

    private static byte[][] extensions(Wish wish, boolean isAuthority) {
        var all = new ArrayList<byte[]>();
        if (isAuthority) {
            all.add(DerText.extension("551d13", true, DerText.sequence(DerText.of(0x01, new byte[] {(byte) 0xff}))));
        } else {
            all.add(DerText.extension("551d13", true, DerText.sequence()));
        }
        if (!wish.names().isEmpty())
            all.add(DerText.extension(
                    "551d11", false, DerText.sequence(wish.names().toArray(byte[][]::new))));
        if (wish.purpose() > 0)
            all.add(DerText.extension(
                    "551d25",
                    false,
                    DerText.sequence(DerText.oid("2b060105050703" + "%02x".formatted(wish.purpose())))));
        return all.toArray(byte[][]::new);
    }
}
