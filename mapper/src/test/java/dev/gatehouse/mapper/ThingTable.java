package dev.gatehouse.mapper;

import static dev.gatehouse.mapper.ColumnType.BIGINT;
import static dev.gatehouse.mapper.ColumnType.BOOLEAN;
import static dev.gatehouse.mapper.ColumnType.BYTES;
import static dev.gatehouse.mapper.ColumnType.DOUBLE;
import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.INTEGER;
import static dev.gatehouse.mapper.ColumnType.JSON;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.ColumnType.UUID;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/// For tests: a column of every type, under names that are reserved words.
final class ThingTable extends Table {
    static final ThingTable THING = new ThingTable();

    final Column<Integer> key = notNull("key", INTEGER);
    final Column<String> text = nullable("text", TEXT);
    final Column<Integer> small = nullable("select", INTEGER);
    final Column<Long> big = nullable("order", BIGINT);
    final Column<Boolean> flag = nullable("check", BOOLEAN);
    final Column<UUID> uuid = nullable("user", UUID);
    final Column<Instant> moment = nullable("when", INSTANT);
    final Column<String> json = nullable("values", JSON);
    final Column<byte[]> bytes = nullable("index", BYTES);
    final Column<Double> number = nullable("limit", DOUBLE);
    final Column<URI> uri = nullable("group", TEXT.as(URI.class, URI::create, URI::toString));

    private ThingTable() {
        super("table");
        primaryKey(key);
    }
}
