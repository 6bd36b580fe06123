package dev.gatehouse.mapper;

import java.util.ArrayList;

/// A phrase spelled out for one database: its text, and the type of each value that it takes.
record Sql(String text, SqlType[] parameters) {
    static Sql spelled(Dialect dialect, Phrase phrase) {
        var text = new StringBuilder();
        var parameters = new ArrayList<SqlType>();
        for (var piece : phrase.pieces()) {
            switch (piece) {
                case SqlType type -> place(dialect, type, text, parameters);
                case Table table -> text.append(Identifier.quoted(table.name()));
                case Mapping<?> mapping -> places(dialect, mapping, text, parameters);
                default -> text.append(piece);
            }
        }
        return new Sql(text.toString(), parameters.toArray(SqlType[]::new));
    }

    private static void place(Dialect dialect, SqlType type, StringBuilder text, ArrayList<SqlType> parameters) {
        parameters.add(type);
        text.append(
                type != SqlType.JSON
                        ? "?"
                        : switch (dialect) {
                            // json() refuses what is no JSON, as jsonb does, and drops white space.
                            case SQLITE -> "json(?)";
                            case POSTGRES -> "?::jsonb";
                        });
    }

    private static void places(Dialect dialect, Mapping<?> mapping, StringBuilder text, ArrayList<SqlType> parameters) {
        text.append(" (");
        var comma = "";
        for (var write : mapping.writes()) {
            text.append(comma).append(write.column().bareSql());
            comma = ", ";
        }
        text.append(") values (");
        comma = "";
        for (var write : mapping.writes()) {
            text.append(comma);
            place(dialect, write.column().type().sqlType(), text, parameters);
            comma = ", ";
        }
        text.append(")");
    }
}
