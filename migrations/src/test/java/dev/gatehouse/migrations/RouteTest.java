package dev.gatehouse.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.migrations.shape.MigrationException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A walk a row. `line` is a1 - b2 - c3; `fork` is a1 with b2 and c3 upon it; `merged` is the fork with d4 upon
/// both.
class RouteTest {

    private static final List<Steps> LINE = List.of(Steps.of("a1"), Steps.of("b2", "a1"), Steps.of("c3", "b2"));
    private static final List<Steps> FORK = List.of(Steps.of("a1"), Steps.of("b2", "a1"), Steps.of("c3", "a1"));
    private static final List<Steps> MERGED =
            List.of(Steps.of("a1"), Steps.of("b2", "a1"), Steps.of("c3", "a1"), Steps.of("d4", "b2", "c3"));

    @ParameterizedTest(name = "{0} from [{1}]: {2} {3}")
    @CsvSource(nullValues = "-", textBlock = """
            line,   '',      upgrade,   head,  a1 b2 c3,    c3
            line,   a1,      upgrade,   head,  b2 c3,       c3
            line,   c3,      upgrade,   head,  '',          c3
            line,   '',      upgrade,   heads, a1 b2 c3,    c3
            line,   '',      upgrade,   +1,    a1,          a1
            line,   a1,      upgrade,   +2,    b2 c3,       c3
            line,   '',      upgrade,   b,     a1 b2,       b2
            line,   c3,      upgrade,   a1,    '',          c3
            line,   c3,      downgrade, -1,    c3,          b2
            line,   c3,      downgrade, -3,    c3 b2 a1,    ''
            line,   c3,      downgrade, base,  c3 b2 a1,    ''
            line,   c3,      downgrade, a1,    c3 b2,       a1
            line,   b2,      downgrade, b2,    '',          b2
            line,   '',      downgrade, base,  '',          ''
            fork,   '',      upgrade,   heads, a1 b2 c3,    b2 c3
            fork,   '',      upgrade,   c3,    a1 c3,       c3
            fork,   b2 c3,   downgrade, a1,    c3 b2,       a1
            fork,   b2 c3,   downgrade, base,  c3 b2 a1,    ''
            merged, '',      upgrade,   head,  a1 b2 c3 d4, d4
            line,   a1,      upgrade,   base,  '',          a1
            line,   c3,      downgrade, head,  '',          c3
            line,   '',      upgrade,   a1+1,  a1 b2,       b2
            line,   c3,      downgrade, c3-1,  c3,          b2
            line,   '',      upgrade,   base+2, a1 b2,      b2
            line,   '',      upgrade,   head-1, a1 b2,      b2
            fork,   '',      upgrade,   b2@head, a1 b2,     b2
            fork,   a1,      upgrade,   c3@+1, c3,          c3
            fork,   b2 c3,   downgrade, b2@-1, b2,          c3
            fork,   b2 c3,   downgrade, b2@a1, b2,          c3
            fork,   b2 c3,   downgrade, b2@base, c3 b2 a1,  ''
            fork,   b2,      upgrade,   heads, c3,          b2 c3
            merged, b2 c3,   upgrade,   b2@+1, d4,          d4
            merged, d4,      downgrade, b2,    d4,          b2 c3
            """)
    void a_walk(String history, String from, String verb, String target, String steps, String end) {
        var walked = walk(history, from, verb, target);

        assertThat(walked.stream().map(step -> step.revision().id()).collect(Collectors.joining(" ")))
                .isEqualTo(steps);
        assertThat(walked.isEmpty() ? words(from) : walked.getLast().after()).isEqualTo(words(end));
    }

    @ParameterizedTest(name = "{0} from [{1}]: {2} {3} is refused")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            line   | ~~    | upgrade   | +4   | +4 is too far: only 3 revisions lie that way
            line   | a1    | downgrade | -2   | -2 is too far: only 1 revision lies that way
            line   | a1    | downgrade | c3   | Destination c3 is not a valid downgrade target from current head(s) a1: it does not lie below
            line   | a1    | upgrade   | -1   | -1 goes back: use downgrade
            line   | a1    | downgrade | +1   | +1 goes forward: use upgrade
            line   | a1    | downgrade | head | Destination head is not a valid downgrade target from current head(s) a1: it does not lie below
            line   | a1    | upgrade   | x    | Can't locate revision identified by 'x'
            line   | a1    | upgrade   | +0   | '+0' moves nowhere: say +1 or -1
            line   | a1    | upgrade   | a b  | 'a b' is no target: say head, base, +N, -N, a revision or the beginning of one, or a branch as in label@head
            line   | a1    | upgrade   | a1:c3 | Range revision not allowed: 'a1:c3' names two places, which is for --sql only
            line   | a1    | upgrade   | x@head | No such branch: 'x'
            fork   | ~~    | upgrade   | b2@c3 | Revision c3 is not a member of branch 'b2'
            line   | zz    | upgrade   | head | the database stands at revision zz, which these revisions do not have: is the program older than its database?
            fork   | ~~    | upgrade   | head | Multiple head revisions are present for given argument 'head': b2, c3; name one, narrow it as in label@head, or say heads for all
            fork   | a1    | upgrade   | +1   | Ambiguous walk: +1 could go by b2 or c3; name the revision
            fork   | b2 c3 | downgrade | -1   | Ambiguous: '-1' could start at b2 or c3; name the branch, as in label@-1
            merged | b2 c3 | upgrade   | +1   | Ambiguous: '+1' could start at b2 or c3; name the branch, as in label@+1
            merged | d4    | downgrade | -1   | Ambiguous walk: -1 could go by b2 or c3; name the revision
            """)
    void a_walk_that_is_refused(String history, String from, String verb, String target, String message) {
        assertThatThrownBy(() -> walk(history, from, verb, target))
                .isInstanceOf(MigrationException.class)
                .hasMessage(message);
    }

    private static List<Step> walk(String history, String from, String verb, String target) {
        var revisions = switch (history) {
            case "line" -> LINE;
            case "fork" -> FORK;
            default -> MERGED;
        };
        var route = new Route(RevisionGraph.of(revisions), words(from));
        return verb.equals("upgrade") ? route.upgrade(Target.parse(target)) : route.downgrade(Target.parse(target));
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
    }
}
