package dev.gatehouse.web.shape;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The value of a component that the caller left out, written as it would stand in a query string:
/// `@DefaultValue("20") int limit`. It must itself pass the component's rules; that is looked at when the
/// operation is mounted.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface DefaultValue {
    String value();
}
