package dev.gatehouse.permissions.model;

import java.util.List;

/// Models as people write them:
///
/// ```
/// model
///   schema 1.1
///
/// type person
///
/// type document
///   relations
///     define editor: [person]
///     define viewer: [person, person:*] or editor
/// ```
///
/// What is read and printed again is the same model; only comments and the free choice of spaces are lost.
///
/// @spec https://openfga.dev/docs/configuration-language OpenFGA's configuration language
public final class ModelText {

    private ModelText() {}

    /// @param text of at most [ModelLimits#TEXT] characters
    /// @return the model, or everything that is wrong with it
    public static ModelReading read(String text) {
        return read(text, AuthorizationModel.EMPTY);
    }

    /// @param beneath whose types and conditions may be named as well, unless the text defines its own
    public static ModelReading read(String text, AuthorizationModel beneath) {
        var faults = new Faults();
        if (text.length() > ModelLimits.TEXT) {
            faults.add(new ModelFault(new Place.InText(1, 1), ModelLimits.tooLong(text.length()), "", List.of()));
            return new ModelReading.Refused(faults.all());
        }
        return DraftCompletion.complete(new ModelParser(text, faults).read(), beneath, faults);
    }

    /// @return the text that [#read] makes the same model of
    public static String print(AuthorizationModel model) {
        return ModelPrinter.print(model);
    }
}
