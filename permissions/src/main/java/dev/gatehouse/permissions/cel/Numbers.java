package dev.gatehouse.permissions.cel;

import dev.gatehouse.permissions.cel.Token.Kind;
import java.math.BigInteger;
import java.util.Optional;

/// Reads the numbers of an expression.
final class Numbers {

    /// More digits than any number of 64 bits needs.
    private static final int LONGEST = 400;

    private Numbers() {}

    /// @param sign nothing or `-`
    /// @return nothing if it has no place in 64 bits
    static Optional<Value> literal(String sign, Token digits) {
        if (digits.text().length() > LONGEST) return Optional.empty();
        if (digits.kind() == Kind.DOUBLE) return real(Double.parseDouble(sign + digits.text()));

        var unsigned = digits.kind() == Kind.UINT;
        var text = unsigned ? digits.text().substring(0, digits.text().length() - 1) : digits.text();
        var hexadecimal = text.startsWith("0x") || text.startsWith("0X");
        if (hexadecimal && text.length() == 2) return Optional.empty();
        var number = hexadecimal ? new BigInteger(sign + text.substring(2), 16) : new BigInteger(sign + text);
        return unsigned ? unsigned(number) : signed(number);
    }

    private static Optional<Value> real(double number) {
        return Double.isFinite(number) ? Optional.of(new Value.Real(number)) : Optional.empty();
    }

    static Optional<Value> signed(BigInteger number) {
        return number.bitLength() <= 63 ? Optional.of(new Value.Int(number.longValue())) : Optional.empty();
    }

    static Optional<Value> unsigned(BigInteger number) {
        return number.signum() >= 0 && number.bitLength() <= 64
                ? Optional.of(new Value.UInt(number.longValue()))
                : Optional.empty();
    }
}
