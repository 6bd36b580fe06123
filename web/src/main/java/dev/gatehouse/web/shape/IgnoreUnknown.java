package dev.gatehouse.web.shape;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On a record: whatever the caller sends that it does not name is passed over.
///
/// Without it a name that is not known is a fault, since it is mostly a slip of the finger. Protocols that
/// grow ask for the contrary.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-3.2 RFC 6749 §3.2
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface IgnoreUnknown {}
