package dev.gatehouse.permissions.check;

/// One step backwards through a model: whoever is found to have the relation `from` has, or may have, the
/// relation `to`.
///
/// @param isCertain whether nothing but a union stands between the two; else what it leads to has to be
///     checked
sealed interface Lead {

    /// A relation of some type.
    record Spot(String type, String relation) {}

    Spot to();

    boolean isCertain();

    /// To the same object.
    record Same(Spot to, boolean isCertain) implements Lead {}

    /// To the objects whose relationships of `tupleset` name the object.
    record Through(String tupleset, Spot to, boolean isCertain) implements Lead {}

    /// To the objects whose relationships name all who have the relation to the object.
    record Named(Spot to, boolean isCertain) implements Lead {}
}
