package dev.gatehouse.web.shape;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On a record of parameters or of a form: a parameter without a value (`scope=`) counts as left out. So does
/// an input of a page that nobody filled in.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-3.1 RFC 6749 §3.1
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EmptyIsAbsent {}
