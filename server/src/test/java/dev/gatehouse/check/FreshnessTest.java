package dev.gatehouse.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.permissions.check.Question;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.relation.Changes;
import dev.gatehouse.relation.Consistency;
import dev.gatehouse.relation.ConsistencyToken;
import dev.gatehouse.relation.WriteResult;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.testing.TestHouse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Many write and many ask with the tokens of what was written: nobody is answered from before it. Asks 10,000 times,
/// or as often as `-Dasks=1000000` says.
@EachDatabase
class FreshnessTest {

    private static final int WRITERS = 64;
    private static final int ASKERS = 64;
    private static final long ASKS = Long.getLong("asks", 10_000);

    private final TestHouse house;

    /// What each writer has written last, and the token of it.
    private record Written(int number, ConsistencyToken token) {}

    private final AtomicReferenceArray<Written> newest = new AtomicReferenceArray<>(WRITERS);
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong stale = new AtomicLong();

    FreshnessTest(TestDatabase on) {
        house = TestHouse.on(on);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whoever_asks_with_the_token_of_a_write_sees_it() throws InterruptedException {
        for (var writer = 0; writer < WRITERS; writer++) newest.set(writer, write(writer, 0));
        var threads = IntStream.range(0, WRITERS + ASKERS)
                .mapToObj(i -> Thread.ofVirtual().unstarted(() -> {
                    if (i < WRITERS) writeOn(i);
                    else askOn();
                }))
                .toList();
        threads.forEach(Thread::start);
        for (var thread : threads) thread.join();
        assertThat(stale.get()).isZero();
        assertThat(asked.get()).isGreaterThanOrEqualTo(ASKS);
    }

    private void writeOn(int writer) {
        for (var number = 1; asked.get() < ASKS; number++) {
            var written = write(writer, number);
            newest.set(writer, written);
            judge(writer, written);
        }
    }

    private void askOn() {
        while (asked.get() < ASKS) {
            var writer = ThreadLocalRandom.current().nextInt(WRITERS);
            judge(writer, newest.get(writer));
        }
    }

    private Written write(int writer, int number) {
        var member = Relationship.of("group:w" + writer, "member", "person:n" + number);
        var result = house.house().relationships().write(Tenant.MAIN, Changes.write(member), Origin.COMMAND_LINE);
        return new Written(number, ((WriteResult.Written) result).token());
    }

    private void judge(int writer, Written written) {
        var occasion = new Occasion(Tenant.MAIN, Optional.empty(), new Consistency.AtLeast(written.token()), List.of());
        var question = Question.of("person:n" + written.number(), "member", "group:w" + writer);
        var answer = house.house()
                .questions()
                .ask(occasion, asked -> asked.check(question).isAllowed());
        if (!(answer instanceof QuestionResult.Given<Boolean>(var isMember, var _) && isMember))
            stale.incrementAndGet();
        asked.incrementAndGet();
    }
}
