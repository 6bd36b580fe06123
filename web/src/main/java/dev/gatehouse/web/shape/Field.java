package dev.gatehouse.web.shape;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Optional;

/// One component of a record, as a member of a JSON object or as a parameter.
///
/// @param name on the wire
/// @param quotedName the name as JSON, with its colon, ready to be copied out
/// @param fallback the value of a component left out, when its presence is `DEFAULTED`
/// @param accessor `(Object record) -> Object value`
record Field(
        String name,
        byte[] quotedName,
        Slot slot,
        Presence presence,
        Optional<Object> fallback,
        boolean secret,
        Optional<Doc> doc,
        MethodHandle accessor) {

    /// What it means that the component is left out.
    enum Presence {
        /// A fault.
        REQUIRED,
        /// `Optional`: empty; so does null.
        OPTIONAL,
        /// `@DefaultValue`.
        DEFAULTED,
        /// `Change<T>`: keep.
        CHANGE,
        /// `Change<Optional<T>>`: keep; null clears.
        CLEARABLE;

        boolean allowsNull() {
            return this == OPTIONAL || this == CLEARABLE;
        }
    }

    /// What the record's constructor gets for a component that the caller left out.
    Object absent() {
        return switch (presence) {
            case OPTIONAL -> Optional.empty();
            case DEFAULTED -> fallback.orElseThrow();
            case CHANGE, CLEARABLE -> Change.keep();
            case REQUIRED -> throw new IllegalStateException(name + " is required");
        };
    }

    /// What the record's constructor gets for null; only where it is allowed.
    Object cleared() {
        return presence == Presence.CLEARABLE ? Change.set(Optional.empty()) : Optional.empty();
    }

    /// What the record's constructor gets for a value.
    Object present(Object value) {
        return switch (presence) {
            case REQUIRED, DEFAULTED -> value;
            case OPTIONAL -> Optional.of(value);
            case CHANGE -> Change.set(value);
            case CLEARABLE -> Change.set(Optional.of(value));
        };
    }

    /// The same component as seen from a record that holds its own.
    ///
    /// @param holder `(Object outer) -> Object record`
    Field within(MethodHandle holder) {
        var through = MethodHandles.filterReturnValue(holder, accessor);
        return new Field(name, quotedName, slot, presence, fallback, secret, doc, through);
    }

    Object of(Object record) {
        try {
            return accessor.invokeExact(record);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot read " + name, e);
        }
    }
}
