package dev.gatehouse.migrations.command;

import dev.gatehouse.mapper.Dialect;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The databases' names as people type them.
final class DialectName implements ITypeConverter<Dialect> {
    @Override
    public Dialect convert(String text) {
        return switch (text) {
            case "sqlite" -> Dialect.SQLITE;
            case "postgres", "postgresql" -> Dialect.POSTGRES;
            default -> throw new TypeConversionException("'%s' is no dialect: say sqlite or postgres".formatted(text));
        };
    }
}
