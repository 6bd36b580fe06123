package dev.gatehouse.mapper.bench;

import static dev.gatehouse.mapper.ColumnType.BIGINT;
import static dev.gatehouse.mapper.ColumnType.BOOLEAN;
import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.ColumnType.UUID;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Mapping;
import dev.gatehouse.mapper.Table;
import java.time.Instant;
import java.util.UUID;

final class PersonTable extends Table {
    static final PersonTable PERSON = new PersonTable();

    final Column<UUID> id = notNull("id", UUID);
    final Column<String> email = notNull("email", TEXT);
    final Column<String> name = notNull("name", TEXT);
    final Column<Boolean> active = notNull("active", BOOLEAN);
    final Column<Long> version = notNull("version", BIGINT);
    final Column<Instant> createdAt = notNull("created_at", INSTANT);

    final Mapping<Person> person = Mapping.<Person>of(row -> new Person(
                    row.get(id), row.get(email), row.get(name), row.get(active), row.get(version), row.get(createdAt)))
            .with(id, Person::id)
            .with(email, Person::email)
            .with(name, Person::name)
            .with(active, Person::active)
            .with(version, Person::version)
            .with(createdAt, Person::createdAt);

    private PersonTable() {
        super("person");
        primaryKey(id);
    }
}
