package dev.gatehouse.permissions.cel;

import dev.gatehouse.permissions.cel.Value.Bool;
import dev.gatehouse.permissions.cel.Value.Failure;
import dev.gatehouse.permissions.cel.Value.Int;
import dev.gatehouse.permissions.cel.Value.Moment;
import dev.gatehouse.permissions.cel.Value.Real;
import dev.gatehouse.permissions.cel.Value.Sequence;
import dev.gatehouse.permissions.cel.Value.Span;
import dev.gatehouse.permissions.cel.Value.Text;
import dev.gatehouse.permissions.cel.Value.UInt;
import java.time.Duration;
import java.util.ArrayList;

/// Adds, subtracts, multiplies and divides. What does not fit into 64 bits is a failure and never wraps
/// around.
final class Arithmetic {

    private static final Failure OVERFLOW = new Failure("the result has no place in 64 bits");
    private static final Failure BY_ZERO = new Failure("division by zero");

    private Arithmetic() {}

    static Value not(Value value) {
        return value instanceof Bool is ? Bool.of(is == Bool.FALSE) : Function.MISFIT;
    }

    static Value negate(Value value) {
        return switch (value) {
            case Int(var number) -> number == Long.MIN_VALUE ? OVERFLOW : new Int(-number);
            case Real(var number) -> new Real(-number);
            default -> Function.MISFIT;
        };
    }

    static Value plus(Value[] values, Cost cost) {
        var right = values[1];
        return switch (values[0]) {
            case Int(var a) when right instanceof Int(var b) -> sum(a, b);
            case UInt(var a)
            when right instanceof UInt(var b) -> Long.compareUnsigned(a + b, a) < 0 ? OVERFLOW : new UInt(a + b);
            case Real(var a) when right instanceof Real(var b) -> new Real(a + b);
            case Text(var a) when right instanceof Text(var b) -> joined(a, b, cost);
            case Sequence a when right instanceof Sequence b -> joined(a, b, cost);
            case Span(var a) when right instanceof Span(var b) -> Spans.of(a.plus(b));
            case Span(var a) when right instanceof Moment(var b) -> Moments.of(b.plus(a));
            case Moment(var a) when right instanceof Span(var b) -> Moments.of(a.plus(b));
            default -> Function.MISFIT;
        };
    }

    static Value minus(Value left, Value right) {
        return switch (left) {
            case Int(var a) when right instanceof Int(var b) -> difference(a, b);
            case UInt(var a)
            when right instanceof UInt(var b) -> Long.compareUnsigned(a, b) < 0 ? OVERFLOW : new UInt(a - b);
            case Real(var a) when right instanceof Real(var b) -> new Real(a - b);
            case Span(var a) when right instanceof Span(var b) -> Spans.of(a.minus(b));
            case Moment(var a) when right instanceof Moment(var b) -> Spans.of(Duration.between(b, a));
            case Moment(var a) when right instanceof Span(var b) -> Moments.of(a.minus(b));
            default -> Function.MISFIT;
        };
    }

    static Value times(Value left, Value right) {
        return switch (left) {
            case Int(var a)
            when right instanceof Int(var b) -> {
                var low = a * b;
                yield Math.multiplyHigh(a, b) == low >> 63 ? new Int(low) : OVERFLOW;
            }
            case UInt(var a)
            when right instanceof UInt(var b) -> Math.unsignedMultiplyHigh(a, b) == 0 ? new UInt(a * b) : OVERFLOW;
            case Real(var a) when right instanceof Real(var b) -> new Real(a * b);
            default -> Function.MISFIT;
        };
    }

    static Value divide(Value left, Value right) {
        return switch (left) {
            case Int(var a)
            when right instanceof Int(var b) -> {
                if (b == 0) yield BY_ZERO;
                yield a == Long.MIN_VALUE && b == -1 ? OVERFLOW : new Int(a / b);
            }
            case UInt(var a)
            when right instanceof UInt(var b) -> b == 0 ? BY_ZERO : new UInt(Long.divideUnsigned(a, b));
            case Real(var a) when right instanceof Real(var b) -> new Real(a / b);
            default -> Function.MISFIT;
        };
    }

    static Value remainder(Value left, Value right) {
        return switch (left) {
            case Int(var a)
            when right instanceof Int(var b) -> {
                if (b == 0) yield BY_ZERO;
                yield a == Long.MIN_VALUE && b == -1 ? OVERFLOW : new Int(a % b);
            }
            case UInt(var a)
            when right instanceof UInt(var b) -> b == 0 ? BY_ZERO : new UInt(Long.remainderUnsigned(a, b));
            default -> Function.MISFIT;
        };
    }

    private static Value sum(long a, long b) {
        var sum = a + b;
        return ((a ^ sum) & (b ^ sum)) < 0 ? OVERFLOW : new Int(sum);
    }

    private static Value difference(long a, long b) {
        var difference = a - b;
        return ((a ^ b) & (a ^ difference)) < 0 ? OVERFLOW : new Int(difference);
    }

    private static Value joined(String a, String b, Cost cost) {
        cost.payText((long) a.length() + b.length());
        return cost.isSpent() ? cost.tooDear() : new Text(a + b);
    }

    private static Value joined(Sequence a, Sequence b, Cost cost) {
        cost.pay((long) a.elements().size() + b.elements().size());
        if (cost.isSpent()) return cost.tooDear();
        var both = new ArrayList<Value>(a.elements().size() + b.elements().size());
        both.addAll(a.elements());
        both.addAll(b.elements());
        return new Sequence(both);
    }
}
