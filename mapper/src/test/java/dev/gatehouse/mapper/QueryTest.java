package dev.gatehouse.mapper;

import static dev.gatehouse.mapper.AccountTable.ACCOUNT;
import static dev.gatehouse.mapper.TenantTable.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.mapper.Account.Status;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EachDatabase
class QueryTest {
    private static final Account ALICE = Account.named("alice");
    private static final Account BOB = Account.named("bob").at(Account.NOON.plusSeconds(1));
    private static final Account CAROL = Account.named("carol").at(Account.NOON.plusSeconds(2));

    private final Database database;

    QueryTest(TestDatabase on) {
        database = on.open(TENANT, ACCOUNT);
    }

    @BeforeEach
    void three_people() {
        database.run(tx -> {
            tx.insert(TENANT.tenant, new Tenant("main", "Main"));
            tx.insert(TENANT.tenant, new Tenant("empty", "Nobody's"));
            tx.insertAll(ACCOUNT.account, List.of(ALICE, BOB, CAROL));
        });
    }

    @Test
    void a_record_comes_back_as_it_went_in() {
        var found = database.read(tx -> tx.find(ACCOUNT.account, ACCOUNT.id.eq(ALICE.id())));
        assertThat(found).contains(ALICE);
    }

    @Test
    void what_is_not_there_is_not_found() {
        var found = database.read(tx -> tx.find(ACCOUNT.account, ACCOUNT.email.eq("dave@example.com")));
        assertThat(found).isEmpty();
        assertThatThrownBy(() -> database.read(tx -> tx.get(ACCOUNT.account, ACCOUNT.email.eq("dave@example.com"))))
                .isInstanceOf(DatabaseFault.class)
                .hasMessageContaining("no such row in account");
    }

    @Test
    void two_rows_where_one_was_expected_are_a_fault() {
        assertThatThrownBy(() -> database.read(tx -> tx.find(ACCOUNT.account, ACCOUNT.tenantId.eq("main"))))
                .isInstanceOf(DatabaseFault.class)
                .hasMessageContaining("more than one row");
    }

    @Test
    void an_update_returns_the_row_as_it_is_now() {
        var locked = database.write(tx -> tx.update(ACCOUNT)
                .set(ACCOUNT.status, Status.LOCKED_OUT)
                .set(ACCOUNT.version, ACCOUNT.version.plus(1L))
                .where(ACCOUNT.id.eq(BOB.id()), ACCOUNT.status.eq(Status.ACTIVE))
                .returning(ACCOUNT.account));
        assertThat(locked.map(Account::status)).contains(Status.LOCKED_OUT);
        assertThat(locked.map(Account::version)).contains(2L);
    }

    @Test
    void an_upsert_takes_what_was_proposed() {
        var again = new Account(
                "main",
                ALICE.id(),
                "new@example.com",
                Optional.empty(),
                Status.ACTIVE,
                9,
                Account.NOON,
                Optional.empty());
        var stored = database.write(tx -> tx.insert(ACCOUNT)
                .values(ACCOUNT.account, again)
                .onConflict(ACCOUNT.tenantId, ACCOUNT.id)
                .doUpdate()
                .setProposed(ACCOUNT.email, ACCOUNT.name)
                .set(ACCOUNT.version, ACCOUNT.version.plus(1L))
                .returning(ACCOUNT.account));
        assertThat(stored.map(Account::email)).contains("new@example.com");
        assertThat(stored.map(Account::version)).contains(2L);
        assertThat(stored.flatMap(Account::name)).isEmpty();
    }

    @Test
    void an_insert_that_may_do_nothing_says_so() {
        var rows = database.write(tx -> tx.insert(ACCOUNT)
                .values(ACCOUNT.account, ALICE)
                .onConflict(ACCOUNT.tenantId, ACCOUNT.email)
                .where("ended_at is null")
                .doNothing()
                .returning(ACCOUNT.account));
        assertThat(rows).isEmpty();
    }

    @Test
    void rows_of_two_tables_are_joined() {
        record Member(String tenant, Optional<String> name) {}
        var member = Projection.of(
                row -> new Member(row.get(TENANT.name), row.find(ACCOUNT.name)), TENANT.name, ACCOUNT.name);
        var members = database.read(tx -> tx.select(member)
                .leftJoin(ACCOUNT, ACCOUNT.tenantId.eq(TENANT.id), ACCOUNT.status.eq(Status.ACTIVE))
                .orderBy(TENANT.id, ACCOUNT.email)
                .list());
        assertThat(members)
                .extracting(Member::name)
                .containsExactly(Optional.empty(), Optional.of("alice"), Optional.of("bob"), Optional.of("carol"));
        assertThat(members.getFirst().tenant()).isEqualTo("Nobody's");
    }

    @Test
    void conditions_combine() {
        assertThat(emails(ACCOUNT.email.in(Set.of("bob@example.com", "x")))).containsExactly("bob@example.com");
        assertThat(emails(ACCOUNT.email.in(List.of()))).isEmpty();
        assertThat(emails(ACCOUNT.name.eq("alice").or(ACCOUNT.name.eq("carol")), ACCOUNT.createdAt.after(Account.NOON)))
                .containsExactly("carol@example.com");
        assertThat(emails(ACCOUNT.name.eq("alice").not())).containsExactly("bob@example.com", "carol@example.com");
        assertThat(emails(ACCOUNT.endedAt.isNotNull())).isEmpty();
        assertThat(emails(ACCOUNT.email.startsWith("b"))).containsExactly("bob@example.com");
        assertThat(emails(Condition.when(Optional.of("bob"), ACCOUNT.name::eq))).containsExactly("bob@example.com");
        assertThat(emails(Condition.when(Optional.<String>empty(), ACCOUNT.name::eq)))
                .hasSize(3);
        assertThat(emails(Condition.sql("length({}) = {}", ACCOUNT.name, ColumnType.INTEGER.value(3))))
                .containsExactly("bob@example.com");
    }

    private List<String> emails(Condition... conditions) {
        return database.read(tx -> tx.select(Projection.of(ACCOUNT.email))
                .where(conditions)
                .orderBy(ACCOUNT.email)
                .list());
    }

    @Test
    void rows_are_counted() {
        long members = database.read(tx -> tx.count(ACCOUNT, ACCOUNT.tenantId.eq("main")));
        boolean strangers = database.read(tx -> tx.exists(ACCOUNT, ACCOUNT.tenantId.eq("other")));
        boolean anybody = database.read(tx -> tx.exists(ACCOUNT));
        assertThat(members).isEqualTo(3);
        assertThat(strangers).isFalse();
        assertThat(anybody).isTrue();
    }

    @Test
    void a_clean_up_goes_in_portions() {
        int first = database.write(tx ->
                tx.delete(ACCOUNT).where(ACCOUNT.tenantId.eq("main")).limit(2).run());
        int second = database.write(tx -> tx.delete(ACCOUNT).everyRow().limit(2).run());
        assertThat(first).isEqualTo(2);
        assertThat(second).isEqualTo(1);
    }

    @Test
    void sql_text_takes_typed_parts() {
        var most = Expression.sql(ColumnType.BIGINT, "max({})", ACCOUNT.version);
        var found = database.read(tx -> tx.sql(
                        "select {} from {} where {} = {}",
                        most,
                        ACCOUNT,
                        ACCOUNT.status,
                        ACCOUNT.status.value(Status.ACTIVE))
                .one(Projection.of(most)));
        assertThat(found).contains(1L);
    }
}
