package dev.gatehouse;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The laws of the house, asked of the classes as they were built.
class HouseTest {

    private static final String WEB = "dev.gatehouse.web";
    private static final String MAPPER = "dev.gatehouse.mapper";
    private static final Pattern EMPTY_NAME = Pattern.compile("(Abstract|Base)[A-Z].*|.*(Impl|Manager|Helper|Utils?)");
    private static final Pattern REVISION = Pattern.compile(".*\\.R[0-9a-f]{12}_\\w+");
    /// What the build makes of a template is public whether we like it or not.
    private static final Pattern TEMPLATE = Pattern.compile(".*\\.Jte\\w+Generated");

    private static final Set<String> EMPTY_PACKAGES = Set.of("common", "shared", "misc", "helpers", "util", "utils");

    @Test
    void a_room_enters_only_rooms_that_its_row_names() {
        assertThat(Build.SERVER.stream()
                        .filter(built -> !built.room().isEmpty())
                        .flatMap(built -> built.usesElsewhere()
                                .filter(used -> !mayEnter(built.room(), used))
                                .map(used -> built.place() + " enters " + used)))
                .isEmpty();
    }

    @Test
    void every_row_is_a_room_that_stands_and_every_room_has_a_row() {
        var built = Build.SERVER.stream().map(BuiltClass::room).filter(room -> !room.isEmpty());
        var planned = Plan.ROOMS.stream().filter(Plan.Room::stands).map(Plan.Room::name);
        assertThat(built.collect(toSet())).isEqualTo(planned.collect(toSet()));
    }

    @Test
    void a_row_says_no_more_than_its_room_needs() {
        assertThat(Plan.ROOMS.stream()
                        .filter(Plan.Room::stands)
                        .flatMap(room -> room.mayEnter().stream()
                                .filter(other -> !entered(room.name()).contains(other))
                                .map(other -> room.name() + " does not enter " + other)))
                .isEmpty();
    }

    /// A row names only what stands on a floor below it, so nobody comes back to where he began.
    @Test
    void there_is_no_circle() {
        var below = new HashSet<>(Plan.GROUND);
        for (var room : Plan.ROOMS) {
            assertThat(below).as(room.name()).containsAll(room.mayEnter());
            below.add(room.name());
        }
    }

    @Test
    void only_the_doors_touch_http() {
        assertThat(rule(built -> !built.isCalledLike(Plan.DOORS))
                        .flatMap(built -> built.uses().stream()
                                .filter(used -> used.startsWith(WEB) || used.startsWith("io.helidon"))
                                .map(used -> built.place() + " uses " + used)))
                .isEmpty();
    }

    @Test
    void only_the_cellar_speaks_to_tables() {
        assertThat(rule(built -> !built.isCalledLike(Plan.CELLAR)
                                && !built.room().equals(Plan.HISTORY))
                        .flatMap(built -> Stream.concat(queryTypes(built), queryCalls(built))
                                .map(query -> built.place() + " uses " + query)))
                .isEmpty();
    }

    @Test
    void no_exception_outlives_its_need() {
        var excused = Build.SERVER.stream()
                .filter(built -> built.uses().stream().anyMatch(used -> used.startsWith(WEB))
                        || queryTypes(built).findAny().isPresent())
                .map(BuiltClass::place)
                .collect(toSet());
        assertThat(excused).containsAll(Plan.EXCEPTIONS.keySet());
    }

    @Test
    void helidon_stays_in_the_module_web() {
        assertThat(Build.all()
                        .filter(built -> !built.room().equals("web"))
                        .filter(built -> built.uses().stream().anyMatch(used -> used.startsWith("io.helidon")))
                        .map(BuiltClass::place))
                .isEmpty();
    }

    @Test
    void a_library_that_one_room_hides_is_seen_by_no_other() {
        Plan.HIDDEN.forEach((library, room) -> assertThat(Build.SERVER.stream()
                        .filter(built -> built.uses().stream().anyMatch(used -> used.startsWith(library + ".")))
                        .map(BuiltClass::room)
                        .collect(toSet()))
                .as(library)
                .containsExactly(room));
    }

    /// Needed is what another room names, or must name to use what it needs; a test in another package counts as
    /// a room.
    @Test
    void a_class_is_public_only_if_another_room_needs_it() {
        var needed = Stream.of(
                        Stream.concat(Build.SERVER.stream(), Build.TESTS.stream())
                                .flatMap(BuiltClass::usesElsewhere),
                        Build.SERVER.stream().flatMap(BuiltClass::shows))
                .flatMap(names -> names)
                .map(BuiltClass::outermost)
                .collect(toSet());
        assertThat(Build.SERVER.stream()
                        // What is in an interface is public by the language, and no more so than the interface.
                        .filter(built -> BuiltClass.outermost(built.name()).equals(built.name()))
                        .filter(built -> !built.room().isEmpty() && built.has(AccessFlag.PUBLIC))
                        .map(BuiltClass::name)
                        .filter(name -> !needed.contains(name)
                                && !REVISION.matcher(name).matches()
                                && !TEMPLATE.matcher(name).matches())
                        .distinct())
                .isEmpty();
    }

    @Test
    void names_say_something() {
        assertThat(Build.all().map(BuiltClass::simpleName))
                .allSatisfy(name -> assertThat(List.of(name.split("\\$")))
                        .noneMatch(part -> EMPTY_NAME.matcher(part).matches()));
        assertThat(Build.all().map(BuiltClass::packageName).distinct())
                .allSatisfy(name -> assertThat(List.of(name.split("\\."))).doesNotContainAnyElementsOf(EMPTY_PACKAGES));
    }

    /// In a room; what a module leaves to its users to implement is theirs to need.
    @Test
    void no_interface_has_only_one_implementation() {
        assertThat(Build.SERVER.stream()
                        .filter(built -> built.has(AccessFlag.INTERFACE) && !built.has(AccessFlag.SYNTHETIC))
                        .filter(built -> !built.has(AccessFlag.ANNOTATION))
                        .filter(built -> implementations(built) < 2)
                        .map(BuiltClass::place))
                .isEmpty();
    }

    @Test
    void the_document_shows_this_plan() throws IOException {
        assertThat(Files.readString(document())).contains(Plan.table());
    }

    private static boolean mayEnter(String room, String used) {
        var other = BuiltClass.roomOf(used);
        // The command builds the house; nobody else even knows that there is one.
        if (other.isEmpty()) return room.equals("cli");
        return Plan.find(room).orElseThrow().mayEnter().contains(other);
    }

    private static Set<String> entered(String room) {
        return Build.SERVER.stream()
                .filter(built -> built.room().equals(room))
                .flatMap(BuiltClass::usesElsewhere)
                .map(BuiltClass::roomOf)
                .collect(toSet());
    }

    private static Stream<BuiltClass> rule(Predicate<BuiltClass> isBound) {
        return Build.SERVER.stream()
                .filter(built -> !built.room().isEmpty())
                .filter(isBound)
                .filter(built -> !Plan.EXCEPTIONS.containsKey(built.place()));
    }

    private static Stream<String> queryTypes(BuiltClass built) {
        return built.uses().stream()
                .filter(used -> BuiltClass.roomOf(used).equals("mapper"))
                .filter(used ->
                        !Plan.TRANSACTIONS.contains(BuiltClass.outermost(used).substring(MAPPER.length() + 1)));
    }

    private static Stream<String> queryCalls(BuiltClass built) {
        return built.calls(MAPPER)
                .filter(call -> call.startsWith("Tx.") || call.startsWith("ReadTx."))
                .filter(call -> !call.endsWith(".now") && !call.endsWith(".afterCommit"));
    }

    private static long implementations(BuiltClass type) {
        return Build.SERVER.stream()
                .filter(built -> built.implement().anyMatch(type.name()::equals))
                .count();
    }

    private static Path document() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/architecture/house.md"))) folder = folder.getParent();
        return folder.resolve("docs/architecture/house.md");
    }
}
