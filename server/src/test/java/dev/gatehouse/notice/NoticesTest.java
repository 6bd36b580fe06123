package dev.gatehouse.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.TestHouse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@EachDatabase
class NoticesTest {

    private final TestHouse house;
    private final AtomicInteger loads = new AtomicInteger();

    NoticesTest(TestDatabase on) {
        house = TestHouse.on(on);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void what_is_loaded_at_the_start_is_not_loaded_again_for_what_changed_before() {
        change();
        var notices = listening();

        notices.look();
        assertThat(loads).hasValue(0);
    }

    @Test
    void a_change_between_the_start_and_the_first_look_is_seen() {
        var notices = listening();
        change();

        notices.look();
        assertThat(loads).hasValue(1);
        notices.look();
        assertThat(loads).hasValue(1);
    }

    private Notices listening() {
        var notices = new Notices(house.database());
        notices.listen(Topic.CLIENTS, loads::incrementAndGet);
        return notices;
    }

    private void change() {
        var elsewhere = new Notices(house.database());
        house.database().run(tx -> elsewhere.post(tx, Topic.CLIENTS));
    }
}
