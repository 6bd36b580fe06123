package dev.gatehouse.mapper.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/// Runs the test class once on each database. Its constructor takes the [TestDatabase].
///
/// ```java
/// @EachDatabase
/// class AccountStoreTest {
///     private final Database database;
///
///     AccountStoreTest(TestDatabase on) {
///         database = on.open(ACCOUNT);
///     }
/// ```
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@ArgumentsSource(TestDatabase.Both.class)
public @interface EachDatabase {}
