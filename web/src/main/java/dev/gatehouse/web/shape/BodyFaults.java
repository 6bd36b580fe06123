package dev.gatehouse.web.shape;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/// Notes the faults of a body, each at the place where the reader stands, in words for the person who sent it.
final class BodyFaults {
    private final JsonParser in;
    private final Faults faults;
    private final Pointer pointer;
    private boolean secret;

    BodyFaults(JsonParser in, Faults faults, Pointer pointer) {
        this.in = in;
        this.faults = faults;
        this.pointer = pointer;
    }

    int count() {
        return faults.count();
    }

    /// Enters a component; inside of a secret one nothing that is found is shown.
    ///
    /// @return what to give to [#leave(boolean)] afterwards
    boolean enter(boolean secretComponent) {
        boolean outside = secret;
        secret |= secretComponent;
        return outside;
    }

    void leave(boolean outside) {
        secret = outside;
    }

    void missing(String name) {
        pointer.enter(name);
        faults.add(Fault.inBody(pointer.toString(), "required", "is required"));
        pointer.leave();
    }

    /// The value is not shown: that of a misspelt password is a password.
    void unknown(String name, Composite record) throws IOException {
        faults.add(Fault.inBody(pointer.toString(), "unknown", Spelling.hint(name, record.names())));
        in.skipChildren();
    }

    void twice() throws IOException {
        faults.add(Fault.inBody(pointer.toString(), "duplicate", "stands twice; write it once"));
        in.skipChildren();
    }

    void inconsistent(IllegalArgumentException why) {
        var message = why.getMessage() == null ? "its members do not go together" : why.getMessage();
        faults.add(Fault.inBody(pointer.toString(), "consistent", message));
    }

    void wrongType(String expected) throws IOException {
        report("type", "must be " + expected, found());
        in.skipChildren();
    }

    void unwanted(String name) throws IOException {
        report("characters", "its name has a NUL or half a surrogate pair", Found.text(name, secret));
        in.skipChildren();
    }

    void garbled(String text) {
        report("characters", "must be text without NUL and without half of a surrogate pair", Found.text(text, secret));
    }

    void notOf(Scalar scalar) throws IOException {
        var hint = Spelling.closest(in.getText(), scalar.choices()).map(near -> "; did you mean " + near + "?");
        var rule = scalar.choices().isEmpty() ? "format" : "one_of";
        report(rule, "must be " + scalar.expected() + (secret ? "" : hint.orElse("")), found());
    }

    void isNull(String message) {
        report("null", message, "null");
    }

    void breaks(Rule rule, Object value) {
        report(rule.name(), rule.message(), Found.value(value, secret));
    }

    void repeated(Object item) {
        report("duplicate", "stands in the list twice", Found.value(item, secret));
    }

    private String found() throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> Found.text(in.getText(), secret);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Found.number(in.getText(), secret);
            case VALUE_TRUE, VALUE_FALSE -> secret ? "a boolean" : in.getText();
            default -> "null";
        };
    }

    private void report(String rule, String message, String found) {
        faults.add(Fault.inBody(pointer.toString(), rule, message).found(found));
    }
}
