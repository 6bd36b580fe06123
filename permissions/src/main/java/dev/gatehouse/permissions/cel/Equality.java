package dev.gatehouse.permissions.cel;

import dev.gatehouse.permissions.cel.Value.Int;
import dev.gatehouse.permissions.cel.Value.Mapping;
import dev.gatehouse.permissions.cel.Value.Real;
import dev.gatehouse.permissions.cel.Value.Sequence;
import dev.gatehouse.permissions.cel.Value.Text;
import dev.gatehouse.permissions.cel.Value.UInt;

/// Whether two values are the same. Values of different kinds are not, but for numbers: `1`, `1u` and `1.0`
/// are.
final class Equality {

    private Equality() {}

    /// When the cost is spent the answer means nothing; whoever asks finds that out by the cost.
    static boolean equal(Value left, Value right, Cost cost) {
        return switch (left) {
            case Int _, UInt _, Real _ -> Ordering.numbers(left, right) == 0;
            case Text(var a) -> right instanceof Text(var b) && texts(a, b, cost);
            case Sequence a -> right instanceof Sequence b && sequences(a, b, cost);
            case Mapping a -> right instanceof Mapping b && mappings(a, b, cost);
            default -> left.equals(right);
        };
    }

    private static boolean texts(String a, String b, Cost cost) {
        if (a.length() != b.length()) return false;
        cost.payText(a.length());
        return a.equals(b);
    }

    private static boolean sequences(Sequence a, Sequence b, Cost cost) {
        if (a.elements().size() != b.elements().size()) return false;
        for (var i = 0; i < a.elements().size() && !cost.isSpent(); i++) {
            cost.pay(1);
            if (!equal(a.elements().get(i), b.elements().get(i), cost)) return false;
        }
        return true;
    }

    private static boolean mappings(Mapping a, Mapping b, Cost cost) {
        if (a.entries().size() != b.entries().size()) return false;
        for (var entry : a.entries().entrySet()) {
            cost.pay(1);
            var other = Containers.find(b, entry.getKey());
            if (cost.isSpent() || other.isEmpty() || !equal(entry.getValue(), other.get(), cost)) return false;
        }
        return true;
    }
}
