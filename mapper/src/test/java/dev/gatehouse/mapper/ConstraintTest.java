package dev.gatehouse.mapper;

import static dev.gatehouse.mapper.AccountTable.ACCOUNT;
import static dev.gatehouse.mapper.TenantTable.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatehouse.mapper.ConstraintViolation.Kind;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A broken rule is named the same on both databases.
@EachDatabase
class ConstraintTest {
    private static final Account ALICE = Account.named("alice");
    private static final Account ALICE_ELSEWHERE = new Account(
            "main", ALICE.id(), "a@example.com", ALICE.name(), ALICE.status(), 1, ALICE.createdAt(), ALICE.endedAt());

    private final Database database;

    ConstraintTest(TestDatabase on) {
        database = on.open(TENANT, ACCOUNT);
    }

    @BeforeEach
    void alice() {
        database.run(tx -> {
            tx.insert(TENANT.tenant, new Tenant("main", "Main"));
            tx.insert(ACCOUNT.account, ALICE);
        });
    }

    private ConstraintViolation violated(Consumer<Tx> work) {
        var violation = catchThrowableOfType(ConstraintViolation.class, () -> database.run(work));
        assertThat(violation).isNotNull();
        for (Throwable at = violation; at != null; at = at.getCause())
            assertThat(at.getMessage()).doesNotContain("alice", "main");
        return violation;
    }

    @Test
    void a_primary_key() {
        var violation = violated(tx -> tx.insert(ACCOUNT.account, ALICE_ELSEWHERE));
        assertThat(violation.kind()).isEqualTo(Kind.UNIQUE);
        assertThat(violation.isOf("pk_account")).isTrue();
        assertThat(violation.table()).contains("account");
    }

    @Test
    void a_unique_index() {
        var twin = new Account(
                "main",
                Account.named("twin").id(),
                ALICE.email(),
                ALICE.name(),
                ALICE.status(),
                1,
                ALICE.createdAt(),
                ALICE.endedAt());
        var violation = violated(tx -> tx.insert(ACCOUNT.account, twin));
        assertThat(violation.kind()).isEqualTo(Kind.UNIQUE);
        assertThat(violation.constraint()).contains("ux_account_email_live");
    }

    @Test
    void in_a_batch_too() {
        var violation = violated(tx -> tx.insertAll(ACCOUNT.account, List.of(Account.named("bob"), ALICE_ELSEWHERE)));
        assertThat(violation.constraint()).contains("pk_account");
        boolean bob = database.read(tx -> tx.exists(ACCOUNT, ACCOUNT.name.eq("bob")));
        assertThat(bob).isFalse();
    }

    @Test
    void a_foreign_key() {
        var violation = violated(tx ->
                tx.update(ACCOUNT).set(ACCOUNT.tenantId, "nowhere").everyRow().run());
        assertThat(violation.kind()).isEqualTo(Kind.FOREIGN_KEY);
        assertThat(violation.constraint()).contains("fk_account_tenant");
    }

    @Test
    void a_check() {
        var violation = violated(tx -> tx.update(ACCOUNT)
                .set(ACCOUNT.email, "x".repeat(255))
                .everyRow()
                .run());
        assertThat(violation.kind()).isEqualTo(Kind.CHECK);
        assertThat(violation.constraint()).contains("ck_account_email");
    }

    @Test
    void an_empty_column() {
        var violation =
                violated(tx -> tx.sql("update {} set email = null", ACCOUNT).run());
        assertThat(violation.kind()).isEqualTo(Kind.NOT_NULL);
        assertThat(violation.columns()).containsExactly("email");
        assertThat(violation.table()).contains("account");
    }

    @Test
    void a_delete_takes_along_what_depends_on_it() {
        database.run(tx -> tx.delete(TENANT).everyRow().run());
        long left = database.read(tx -> tx.count(ACCOUNT));
        assertThat(left).isZero();
    }
}
