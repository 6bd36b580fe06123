package dev.gatehouse.permissions.cel;

import java.math.BigDecimal;

/// How a double is written: with as few digits as tell it from its neighbours, and with an exponent where it
/// is very large or very small, `1e+06`.
///
/// @spec https://pkg.go.dev/strconv#FormatFloat Go: strconv.FormatFloat, format g
final class Reals {

    private Reals() {}

    static String text(double real) {
        if (Double.isNaN(real)) return "NaN";
        if (Double.isInfinite(real)) return real > 0 ? "+Inf" : "-Inf";
        if (real == 0) return 1 / real < 0 ? "-0" : "0";

        var shortest = new BigDecimal(Double.toString(real)).stripTrailingZeros();
        var exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= -4 && exponent < 6) return shortest.toPlainString();
        var digits = shortest.unscaledValue().abs().toString();
        var fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return (real < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + "%+03d".formatted(exponent);
    }
}
