package dev.gatehouse.web.shape;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Words for people who read the API documents: on a record, what it is; on a component, what it means.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Doc {
    String value();

    /// An example as it stands on the wire, `alice@example.com` or `20`; empty when the type says enough.
    String example() default "";
}
