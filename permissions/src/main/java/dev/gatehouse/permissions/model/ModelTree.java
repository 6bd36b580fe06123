package dev.gatehouse.permissions.model;

import java.util.Map;

/// Models as programs exchange them: OpenFGA's JSON, as a tree of `Map`, `List`, `String` and `null`, so that
/// whoever uses this brings the JSON library of their choice.
///
/// Members that mean nothing here (`id`, `module`, `source_info`) are passed over, and so is whatever is
/// empty or `null`; names of members may also be spelled as Protocol Buffers do in JSON, `computedUserset`
/// and `computed_userset`.
///
/// @spec https://openfga.dev/api/service#/Authorization%20Models OpenFGA's API: authorization models
public final class ModelTree {

    private ModelTree() {}

    /// @return the model, or everything that is wrong with it
    public static ModelReading read(Map<String, ?> tree) {
        return read(tree, AuthorizationModel.EMPTY);
    }

    /// @param beneath whose types and conditions may be named as well, unless the tree defines its own
    public static ModelReading read(Map<String, ?> tree, AuthorizationModel beneath) {
        var faults = new Faults();
        var reading = DraftCompletion.complete(new TreeParser(faults).read(tree), beneath, faults);
        if (!(reading instanceof ModelReading.Read(var model))) return reading;
        var brackets = ModelPrinter.lengthOfBrackets(model);
        var length =
                brackets > ModelLimits.TEXT ? brackets : ModelText.print(model).length();
        if (length <= ModelLimits.TEXT) return reading;
        faults.add(new Word("", new Place.InTree("")), ModelLimits.tooLong(length));
        return new ModelReading.Refused(faults.all());
    }

    /// Reads what [#write] wrote long ago of a model that was judged then. It is not judged again: what was
    /// good when it was written must be readable, also beside another model beneath and by stricter rules.
    ///
    /// @throws IllegalArgumentException if it is not what was written
    public static AuthorizationModel restore(Map<String, ?> tree) {
        var faults = new Faults();
        var reading = DraftCompletion.complete(new TreeParser(faults).read(tree), faults);
        return switch (reading) {
            case ModelReading.Read(var model) -> model;
            case ModelReading.Refused(var all) ->
                throw new IllegalArgumentException("a stored model is spoilt: " + all);
        };
    }

    /// @return the tree that [#read] makes the same model of, with names of members as OpenFGA's API spells
    ///     them
    public static Map<String, Object> write(AuthorizationModel model) {
        return TreeWriter.write(model);
    }
}
