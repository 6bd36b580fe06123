package dev.gatehouse.mapper;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;

/// What a column means in Java and how it is stored: a neutral type, a Java class and the way between them.
///
/// @param <T> the Java class
public final class ColumnType<T> {
    /// Unicode text without U+0000 and without lone surrogates, which PostgreSQL cannot store.
    public static final ColumnType<String> TEXT = plain(SqlType.TEXT, String.class, Wire::text);

    public static final ColumnType<Integer> INTEGER = plain(SqlType.INTEGER, Integer.class, Function.identity());
    public static final ColumnType<Long> BIGINT = plain(SqlType.BIGINT, Long.class, Function.identity());
    public static final ColumnType<Boolean> BOOLEAN = plain(SqlType.BOOLEAN, Boolean.class, Function.identity());
    public static final ColumnType<UUID> UUID = plain(SqlType.UUID, UUID.class, Function.identity());

    /// A moment, cut to microseconds on its way in; years 1 to 9999.
    public static final ColumnType<Instant> INSTANT = plain(SqlType.INSTANT, Instant.class, Wire::instant);

    /// A JSON document as text. PostgreSQL respells it, so compare what it says, not how it is written.
    public static final ColumnType<String> JSON = plain(SqlType.JSON, String.class, Wire::text);

    public static final ColumnType<byte[]> BYTES = plain(SqlType.BYTES, byte[].class, Function.identity());

    /// A finite floating-point number.
    public static final ColumnType<Double> DOUBLE = plain(SqlType.DOUBLE, Double.class, Wire::number);

    private final SqlType sqlType;
    private final Class<T> javaType;
    private final Function<Object, T> read;
    private final Function<T, Object> write;
    private final List<String> allowed;
    private final OptionalInt maxLength;

    private ColumnType(
            SqlType sqlType,
            Class<T> javaType,
            Function<Object, T> read,
            Function<T, Object> write,
            List<String> allowed,
            OptionalInt maxLength) {
        this.sqlType = sqlType;
        this.javaType = javaType;
        this.read = read;
        this.write = write;
        this.allowed = List.copyOf(allowed);
        this.maxLength = maxLength;
    }

    private static <T> ColumnType<T> plain(SqlType sqlType, Class<T> javaType, Function<T, T> write) {
        return new ColumnType<>(sqlType, javaType, javaType::cast, write::apply, List.of(), OptionalInt.empty());
    }

    /// Text of at most so many characters (code points). The column gets a check that allows no longer one:
    /// `ck_note_title_length`.
    ///
    /// @param maxLength at least 1
    public static ColumnType<String> text(int maxLength) {
        if (maxLength < 1) throw new IllegalArgumentException("a text of at most " + maxLength + " characters");
        return new ColumnType<>(
                SqlType.TEXT, String.class, String.class::cast, Wire::text, List.of(), OptionalInt.of(maxLength));
    }

    /// An enum as text: its constants' names in lower snake case. The column gets a check that allows no other.
    public static <E extends Enum<E>> ColumnType<E> text(Class<E> enumType) {
        var constants = new LinkedHashMap<String, E>();
        for (var constant : enumType.getEnumConstants()) constants.put(spelled(constant), constant);
        Function<Object, E> read = stored -> {
            var constant = constants.get((String) stored);
            if (constant == null)
                throw new DatabaseFault("\"" + stored + "\" is stored where one of " + constants.keySet() + " belongs");
            return constant;
        };
        return new ColumnType<>(
                SqlType.TEXT,
                enumType,
                read,
                ColumnType::spelled,
                List.copyOf(constants.keySet()),
                OptionalInt.empty());
    }

    private static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /// A type of your own that is stored as this one.
    ///
    /// @param read from what is stored; never sees null
    /// @param write to what is stored; never sees null
    public <U> ColumnType<U> as(Class<U> javaType, Function<T, U> read, Function<U, T> write) {
        return new ColumnType<>(
                sqlType, javaType, this.read.andThen(read), write.andThen(this.write), allowed, maxLength);
    }

    /// A value of this type to be bound in SQL text or compared with an expression.
    public Expression<T> value(T value) {
        return new Parameter<>(this, value);
    }

    /// How it is stored.
    public SqlType sqlType() {
        return sqlType;
    }

    /// What it is in Java.
    public Class<T> javaType() {
        return javaType;
    }

    /// The texts that may be stored, in order; empty: any.
    public List<String> allowed() {
        return allowed;
    }

    /// How many characters a text may have at most; empty: any number.
    public OptionalInt maxLength() {
        return maxLength;
    }

    /// From what the database gave, as the class that [Wire] names for the neutral type.
    T read(Object stored) {
        return read.apply(stored);
    }

    /// To what the database takes.
    Object write(T value) {
        return write.apply(value);
    }

    @Override
    public String toString() {
        return sqlType + " as " + javaType.getSimpleName();
    }
}
