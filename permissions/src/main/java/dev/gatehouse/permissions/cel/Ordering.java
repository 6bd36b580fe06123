package dev.gatehouse.permissions.cel;

import dev.gatehouse.permissions.cel.Value.Bool;
import dev.gatehouse.permissions.cel.Value.Int;
import dev.gatehouse.permissions.cel.Value.Moment;
import dev.gatehouse.permissions.cel.Value.Real;
import dev.gatehouse.permissions.cel.Value.Span;
import dev.gatehouse.permissions.cel.Value.Text;
import dev.gatehouse.permissions.cel.Value.UInt;

/// Which of two values comes first. Numbers of any kind lie on one line.
final class Ordering {

    /// They have no order, such as a string and a number.
    static final int STRANGERS = 2;
    /// One of them is not a number (NaN), which is neither below nor above nor equal to anything.
    static final int UNORDERED = 3;

    private static final double TWO_TO_63 = 0x1p63;
    private static final double TWO_TO_64 = 0x1p64;

    private Ordering() {}

    /// @return -1, 0, 1, [#STRANGERS] or [#UNORDERED]
    static int compare(Value left, Value right, Cost cost) {
        return switch (left) {
            case Bool a when right instanceof Bool b -> Integer.signum(a.compareTo(b));
            case Text(var a) when right instanceof Text(var b) -> texts(a, b, cost);
            case Span(var a) when right instanceof Span(var b) -> Integer.signum(a.compareTo(b));
            case Moment(var a) when right instanceof Moment(var b) -> Integer.signum(a.compareTo(b));
            default -> numbers(left, right);
        };
    }

    static int numbers(Value left, Value right) {
        return switch (left) {
            case Int(var a) ->
                switch (right) {
                    case Int(var b) -> Long.compare(a, b);
                    case UInt(var b) -> b < 0 ? -1 : Long.compare(a, b);
                    case Real(var b) -> compare(a, b);
                    default -> STRANGERS;
                };
            case UInt(var a) ->
                switch (right) {
                    case Int(var b) -> a < 0 ? 1 : Long.compare(a, b);
                    case UInt(var b) -> Long.compareUnsigned(a, b);
                    case Real(var b) -> compareUnsigned(a, b);
                    default -> STRANGERS;
                };
            case Real(var a) ->
                switch (right) {
                    case Int(var b) -> opposite(compare(b, a));
                    case UInt(var b) -> opposite(compareUnsigned(b, a));
                    case Real(var b) -> Double.isNaN(a) || Double.isNaN(b) ? UNORDERED : a < b ? -1 : a > b ? 1 : 0;
                    default -> STRANGERS;
                };
            default -> STRANGERS;
        };
    }

    private static int opposite(int order) {
        return order == UNORDERED ? UNORDERED : -order;
    }

    /// Exact, where making a double of the whole number would not be.
    private static int compare(long whole, double real) {
        if (Double.isNaN(real)) return UNORDERED;
        if (real >= TWO_TO_63) return -1;
        if (real < -TWO_TO_63) return 1;
        var floor = (long) Math.floor(real);
        if (whole != floor) return whole < floor ? -1 : 1;
        return real > floor ? -1 : 0;
    }

    private static int compareUnsigned(long whole, double real) {
        if (Double.isNaN(real)) return UNORDERED;
        if (real < 0) return 1;
        if (real >= TWO_TO_64) return -1;
        if (real < TWO_TO_63) return whole < 0 ? 1 : compare(whole, real);
        return Integer.signum(Long.compareUnsigned(whole, (long) (real - TWO_TO_63) | Long.MIN_VALUE));
    }

    /// By characters; `String` itself would go by its halves of them.
    private static int texts(String a, String b, Cost cost) {
        var shorter = Math.min(a.length(), b.length());
        cost.payText(shorter);
        for (var i = 0; i < shorter; i++) {
            var one = a.charAt(i);
            var other = b.charAt(i);
            if (one == other) continue;
            var halves = Character.isSurrogate(one) != Character.isSurrogate(other);
            return halves ? (Character.isSurrogate(one) ? 1 : -1) : Integer.signum(Character.compare(one, other));
        }
        return Integer.signum(Integer.compare(a.length(), b.length()));
    }
}
