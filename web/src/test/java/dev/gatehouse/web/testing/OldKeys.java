package dev.gatehouse.web.testing;

import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.stream.Stream;

/// Private keys as they were written before PKCS #8.
public final class OldKeys {
    private static final byte[] P_256 = DerText.oid("2a8648ce3d030107");

    private OldKeys() {}

    public static String pkcs1(PrivateKey key) {
        var rsa = (RSAPrivateCrtKey) key;
        var numbers = Stream.of(
                        BigInteger.ZERO,
                        rsa.getModulus(),
                        rsa.getPublicExponent(),
                        rsa.getPrivateExponent(),
                        rsa.getPrimeP(),
                        rsa.getPrimeQ(),
                        rsa.getPrimeExponentP(),
                        rsa.getPrimeExponentQ(),
                        rsa.getCrtCoefficient())
                .map(number -> DerText.of(0x02, number.toByteArray()))
                .toArray(byte[][]::new);
        return Issued.pem("RSA PRIVATE KEY", DerText.sequence(numbers));
    }

    public static String sec1(PrivateKey key) {
        var number = ((ECPrivateKey) key).getS().toByteArray();
        var octets = new byte[32];
        int length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, octets, 32 - length, length);
        return Issued.pem(
                "EC PRIVATE KEY",
                DerText.sequence(DerText.of(0x02, new byte[] {1}), DerText.of(0x04, octets), DerText.of(0xa0, P_256)));
    }

    public static String parameters() {
        return Issued.pem("EC PARAMETERS", P_256);
    }
}
