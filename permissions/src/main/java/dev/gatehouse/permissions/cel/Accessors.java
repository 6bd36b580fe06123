package dev.gatehouse.permissions.cel;

import static dev.gatehouse.permissions.cel.Function.takes;

import dev.gatehouse.permissions.cel.Kind.Plain;
import dev.gatehouse.permissions.cel.Value.Failure;
import dev.gatehouse.permissions.cel.Value.Int;
import dev.gatehouse.permissions.cel.Value.Moment;
import dev.gatehouse.permissions.cel.Value.Span;
import dev.gatehouse.permissions.cel.Value.Text;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The parts of a moment, in UTC or the zone that is named; and how long a duration is in a unit.
///
/// @spec https://github.com/google/cel-spec/blob/master/doc/langdef.md#datetime-functions CEL: date and time
final class Accessors {

    private static final Pattern OFFSET = Pattern.compile("([+-]?)([01][0-9]):([0-5][0-9])");

    private Accessors() {}

    static Stream<Function> all() {
        return Stream.of(
                part("getFullYear", ZonedDateTime::getYear),
                part("getMonth", moment -> moment.getMonthValue() - 1),
                part("getDate", ZonedDateTime::getDayOfMonth),
                part("getDayOfMonth", moment -> moment.getDayOfMonth() - 1),
                part("getDayOfYear", moment -> moment.getDayOfYear() - 1),
                part("getDayOfWeek", moment -> moment.getDayOfWeek().getValue() % 7),
                part("getHours", ZonedDateTime::getHour, Duration::toHours),
                part("getMinutes", ZonedDateTime::getMinute, Duration::toMinutes),
                part("getSeconds", ZonedDateTime::getSecond, length -> length.toNanos() / 1_000_000_000),
                part("getMilliseconds", moment -> moment.get(ChronoField.MILLI_OF_SECOND), Duration::toMillis));
    }

    private static Function part(String name, ToIntFunction<ZonedDateTime> part) {
        var signature =
                Function.either(takes(Plain.INT, Plain.TIMESTAMP), takes(Plain.INT, Plain.TIMESTAMP, Plain.STRING));
        return new Function(name, Function.Call.MEMBER, signature, (values, _) -> of(part, values));
    }

    private static Function part(String name, ToIntFunction<ZonedDateTime> part, ToLongFunction<Duration> whole) {
        var signature = Function.either(
                takes(Plain.INT, Plain.TIMESTAMP),
                takes(Plain.INT, Plain.TIMESTAMP, Plain.STRING),
                takes(Plain.INT, Plain.DURATION));
        return new Function(
                name,
                Function.Call.MEMBER,
                signature,
                (values, _) -> values[0] instanceof Span(var length) && values.length == 1
                        ? new Int(whole.applyAsLong(length))
                        : of(part, values));
    }

    private static Value of(ToIntFunction<ZonedDateTime> part, Value[] values) {
        if (!(values[0] instanceof Moment(var moment))) return Function.MISFIT;
        if (values.length == 1) return new Int(part.applyAsInt(moment.atZone(ZoneOffset.UTC)));
        if (!(values[1] instanceof Text(var name))) return Function.MISFIT;
        return zone(name)
                .<Value>map(zone -> new Int(part.applyAsInt(moment.atZone(zone))))
                .orElseGet(() -> new Failure("there is no time zone \"" + name
                        + "\": it is a name such as \"Europe/Vienna\" or an offset such as \"+02:00\""));
    }

    /// Java's own `ZoneId` would take more than CEL has.
    static Optional<ZoneId> zone(String name) {
        if (ZoneRulesProvider.getAvailableZoneIds().contains(name)) return Optional.of(ZoneId.of(name));
        var offset = OFFSET.matcher(name);
        if (!offset.matches()) return Optional.empty();
        var minutes = 60 * Integer.parseInt(offset.group(2)) + Integer.parseInt(offset.group(3));
        if (minutes > 18 * 60) return Optional.empty();
        return Optional.of(ZoneOffset.ofTotalSeconds(60 * (offset.group(1).equals("-") ? -minutes : minutes)));
    }
}
