package dev.gatehouse.mapper;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// What must hold of a row. Conditions are made by the columns they are about:
/// `ACCOUNT.email.eq("alice@example.com")`.
public final class Condition implements Splice {
    /// Holds of every row and leaves no trace in the SQL.
    private static final Condition ALWAYS = new Condition(_ -> {});

    private final Consumer<Phrase> writing;

    Condition(Consumer<Phrase> writing) {
        this.writing = writing;
    }

    static <T> Condition comparing(Expression<T> left, String operator, T value) {
        if (value == null)
            throw new IllegalArgumentException(left + operator + "null is never true in SQL; ask isNull()");
        return new Condition(out -> out.expression(left).text(operator).bind(left, value));
    }

    static <T> Condition comparing(Expression<T> left, String operator, Expression<T> right) {
        return new Condition(out -> out.expression(left).text(operator).expression(right));
    }

    /// The condition for the value that is there; without one, no condition at all. Made for optional filters:
    /// `where(Condition.when(status, ACCOUNT.status::eq))`.
    public static <T> Condition when(Optional<T> value, Function<? super T, Condition> condition) {
        return value.map(condition).orElse(ALWAYS);
    }

    /// SQL text as a condition.
    ///
    /// @param parts what stands where the text says `{}`, in order
    public static Condition sql(String text, Splice... parts) {
        var cut = SqlText.of(text, parts);
        return new Condition(out -> {
            out.text("(");
            cut.write(out);
            out.text(")");
        });
    }

    /// All of them hold; of none: every row.
    public static Condition allOf(Condition... conditions) {
        return joined(List.of(conditions), " and ");
    }

    /// At least one of them holds.
    ///
    /// @throws IllegalArgumentException if there is none: "any of nothing" is never what was meant
    public static Condition anyOf(Condition... conditions) {
        if (conditions.length == 0) throw new IllegalArgumentException("any of no conditions");
        for (var condition : conditions) if (condition == ALWAYS) return ALWAYS;
        return joined(List.of(conditions), " or ");
    }

    private static Condition joined(List<Condition> conditions, String word) {
        var real = conditions.stream().filter(Condition::isReal).toList();
        if (real.isEmpty()) return ALWAYS;
        if (real.size() == 1) return real.getFirst();
        return new Condition(out -> {
            out.text("(");
            for (int i = 0; i < real.size(); i++) {
                if (i > 0) out.text(word);
                real.get(i).write(out);
            }
            out.text(")");
        });
    }

    /// Both hold.
    public Condition and(Condition other) {
        return allOf(this, other);
    }

    /// One of the two holds, or both.
    public Condition or(Condition other) {
        return anyOf(this, other);
    }

    /// It does not hold. Where it compares with an empty column neither it nor its contrary holds.
    ///
    /// @throws IllegalArgumentException if it is an optional filter that fell away: its contrary would be "no
    ///     row"
    public Condition not() {
        if (!isReal()) throw new IllegalArgumentException("the contrary of no condition at all");
        return new Condition(out -> {
            out.text("not (");
            write(out);
            out.text(")");
        });
    }

    /// Whether it says anything; an optional filter that fell away does not.
    boolean isReal() {
        return this != ALWAYS;
    }

    void write(Phrase out) {
        writing.accept(out);
    }
}
