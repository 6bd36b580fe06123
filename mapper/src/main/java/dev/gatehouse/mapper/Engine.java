package dev.gatehouse.mapper;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.function.Function;

/// One of the two ways to run a transaction.
sealed interface Engine permits SqliteEngine, PostgresEngine {
    Dialect dialect();

    <R> R write(Function<Execution, R> work);

    <R> R serializable(Function<Execution, R> work);

    <R> R read(Function<Execution, R> work);

    <R> R snapshot(Function<Execution, R> work);

    Connection connect();

    void copyTo(Path file);

    void close();
}
