package dev.gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.web.StreamPlaces.Room;
import org.junit.jupiter.api.Test;

class StreamPlacesTest {
    private final StreamPlaces places = new StreamPlaces(3, 2);

    @Test
    void one_alone_does_not_take_them_all() {
        assertThat(places.take("alice")).isTrue();
        assertThat(places.take("alice")).isTrue();
        assertThat(places.room("alice")).isEqualTo(Room.HIS_ARE_TAKEN);
        assertThat(places.take("alice")).isFalse();
        assertThat(places.room("bob")).isEqualTo(Room.FREE);
        assertThat(places.take("bob")).isTrue();
    }

    @Test
    void more_than_there_are_nobody_takes() {
        places.take("alice");
        places.take("bob");
        places.take("carol");
        assertThat(places.room("dave")).isEqualTo(Room.ALL_ARE_TAKEN);
        assertThat(places.take("dave")).isFalse();
    }

    @Test
    void who_leaves_makes_room() {
        places.take("alice");
        places.take("alice");
        places.take("bob");
        places.leave("alice");
        assertThat(places.take("alice")).isTrue();
        places.leave("bob");
        assertThat(places.take("dave")).isTrue();
        assertThat(places.take("erin")).isFalse();
    }
}
