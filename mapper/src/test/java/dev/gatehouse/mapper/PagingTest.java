package dev.gatehouse.mapper;

import static dev.gatehouse.mapper.AccountTable.ACCOUNT;
import static dev.gatehouse.mapper.TenantTable.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EachDatabase
class PagingTest {
    private static final int PEOPLE = 25;
    private final Database database;

    PagingTest(TestDatabase on) {
        database = on.open(TENANT, ACCOUNT);
    }

    /// Many were made at the same moment, as bulk imports are.
    @BeforeEach
    void people() {
        var people = IntStream.range(0, PEOPLE)
                .mapToObj(i -> Account.named("person" + i).at(Account.NOON.plusSeconds(i / 7)))
                .toList();
        database.run(tx -> {
            tx.insert(TENANT.tenant, new Tenant("main", "Main"));
            tx.insertAll(ACCOUNT.account, people);
        });
    }

    private interface Page {
        List<Account> after(ReadTx tx, Optional<Account> last);
    }

    private List<Account> allPages(Page page) {
        var all = new ArrayList<Account>();
        while (true) {
            var last = all.isEmpty() ? Optional.<Account>empty() : Optional.of(all.getLast());
            var next = database.<List<Account>>read(tx -> page.after(tx, last));
            if (next.isEmpty()) return all;
            all.addAll(next);
        }
    }

    private List<Account> inOrder(Ordered... order) {
        return database.read(tx -> tx.select(ACCOUNT.account).orderBy(order).list());
    }

    @Test
    void pages_of_one_direction_miss_nobody_and_repeat_nobody() {
        var paged = allPages((tx, last) -> tx.select(ACCOUNT.account)
                .keyset(
                        ACCOUNT.createdAt.desc().after(last.map(Account::createdAt)),
                        ACCOUNT.id.desc().after(last.map(Account::id)))
                .limit(4)
                .list());
        assertThat(paged).hasSize(PEOPLE).isEqualTo(inOrder(ACCOUNT.createdAt.desc(), ACCOUNT.id.desc()));
    }

    @Test
    void pages_of_mixed_directions_miss_nobody_and_repeat_nobody() {
        var paged = allPages((tx, last) -> tx.select(ACCOUNT.account)
                .where(ACCOUNT.tenantId.eq("main"))
                .keyset(
                        ACCOUNT.createdAt.desc().after(last.map(Account::createdAt)),
                        ACCOUNT.id.asc().after(last.map(Account::id)))
                .limit(4)
                .list());
        assertThat(paged).hasSize(PEOPLE).isEqualTo(inOrder(ACCOUNT.createdAt.desc(), ACCOUNT.id));
    }

    @Test
    void three_columns_page_too() {
        var paged = allPages((tx, last) -> tx.select(ACCOUNT.account)
                .keyset(
                        ACCOUNT.status.asc().after(last.map(Account::status)),
                        ACCOUNT.createdAt.desc().after(last.map(Account::createdAt)),
                        ACCOUNT.id.asc().after(last.map(Account::id)))
                .limit(3)
                .list());
        assertThat(paged).hasSize(PEOPLE).doesNotHaveDuplicates();
    }

    @Test
    void a_keyset_needs_all_its_values_and_no_column_that_may_be_empty() {
        assertThatThrownBy(() -> Keyset.condition(
                        ACCOUNT.createdAt.desc().after(Account.NOON),
                        ACCOUNT.id.asc().after(Optional.empty())))
                .hasMessageContaining("for each of its columns, or for none");
        assertThatThrownBy(() -> Keyset.order(ACCOUNT.name.asc().after("a")))
                .hasMessageContaining("account.name may be empty");
    }

    @Test
    void empty_columns_come_last_and_descending_first_on_both_databases() {
        var nameless = new Account(
                "main",
                Account.named("x").id(),
                "x@example.com",
                Optional.empty(),
                Account.Status.ACTIVE,
                1,
                Instant.EPOCH,
                Optional.empty());
        database.run(tx -> tx.insert(ACCOUNT.account, nameless));
        assertThat(inOrder(ACCOUNT.name).getLast()).isEqualTo(nameless);
        assertThat(inOrder(ACCOUNT.name.desc()).getFirst()).isEqualTo(nameless);
    }

    @Test
    void a_limit_cuts_and_zero_gives_nothing() {
        for (int limit : new int[] {0, 1, 2, 3, PEOPLE + 1}) {
            var rows = database.<List<Account>>read(
                    tx -> tx.select(ACCOUNT.account).limit(limit).list());
            assertThat(rows).hasSize(Math.min(limit, PEOPLE));
        }
    }

    @Test
    void the_first_row_is_the_first_in_order() {
        var first = database.read(
                tx -> tx.select(ACCOUNT.account).orderBy(ACCOUNT.email).first());
        assertThat(first.map(Account::email)).contains("person0@example.com");
    }
}
