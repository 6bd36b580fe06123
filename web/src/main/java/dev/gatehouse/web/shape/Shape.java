package dev.gatehouse.web.shape;

/// What a Java type looks like on the wire. A closed set: reader, writer and schema each are one `switch` over
/// it.
public sealed interface Shape permits Scalar, Shape.Listing, Shape.Mapping, Composite, Shape.Anything {

    /// A JSON array.
    ///
    /// @param distinct whether it becomes a `Set`, in which nothing may stand twice
    record Listing(Slot element, boolean distinct) implements Shape {}

    /// A JSON object whose member names are the caller's own.
    record Mapping(Slot value) implements Shape {}

    /// Any JSON: Strings, Booleans, Long, BigDecimal, `List<Object>`, `Map<String, Object>`; null only inside
    /// of these.
    record Anything(Shapes shapes) implements Shape {}
}
