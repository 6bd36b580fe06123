package dev.gatehouse.permissions.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.permissions.check.Listing.Page;
import dev.gatehouse.permissions.relation.Names;
import dev.gatehouse.permissions.relation.PlainSnapshot;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// On worlds that a machine makes up, checks, explanations and both lists say what brute force says.
///
/// More worlds: `-Dworlds=5000`; the worlds of a seed again: `-Dseed=42`.
class BruteForcePropertyTest {

    private static final int WORLDS = Integer.getInteger("worlds", 300);

    /// So that no way is too deep: brute force knows no depth.
    private static final Limits DEEP = Limits.USUAL.depth(1_000);

    private long seed;
    private RandomWorld world;
    private Permissions permissions;

    @Test
    void all_engines_say_what_brute_force_says() {
        var first = Long.getLong("seed", new Random().nextInt(1_000_000_000));
        System.out.println("worlds from seed " + first);
        for (seed = first; seed < first + WORLDS; seed++) {
            world = new RandomWorld(seed);
            permissions = new Permissions(world.model(), PlainSnapshot.of(world.relationships()), DEEP);
            var verdicts = new TreeMap<String, BruteForce>();
            for (var user : world.users())
                verdicts.put(user, new BruteForce(world.model(), world.relationships(), world.objects(), user));
            verdicts.forEach(this::compareChecks);
            verdicts.forEach(this::compareObjects);
            for (var object : world.objects()) compareSubjects(object, verdicts);
        }
    }

    /// A limit may leave a question undecided, and with it what a `but not` lets through; but whoever is let
    /// in has the right, from whichever side it was looked at.
    @Test
    void a_low_limit_lets_nobody_in() {
        var first = Long.getLong("seed", new Random().nextInt(1_000_000_000));
        System.out.println("worlds from seed " + first);
        for (seed = first; seed < first + WORLDS; seed++) {
            world = new RandomWorld(seed);
            var snapshot = PlainSnapshot.of(world.relationships());
            var limits = Limits.USUAL.depth(1 + (int) (seed % 6));
            permissions = new Permissions(world.model(), snapshot, limits);
            var slow = new Permissions(world.model(), new SlowSnapshot(snapshot), limits);
            for (var user : world.users()) {
                var brute = new BruteForce(world.model(), world.relationships(), world.objects(), user);
                for (var object : world.objects())
                    for (var relation : relations(object))
                        compareLimited(Question.of(user, relation, object), slow, brute.verdict(object, relation));
            }
        }
    }

    private void compareLimited(Question question, Permissions slow, Verdict verdict) {
        if (verdict == Verdict.ALLOWED) return;
        var explained = permissions.explain(question);
        var told = told(question) + explained.tree();
        assertThat(permissions.check(question).isAllowed()).as(told).isFalse();
        assertThat(slow.check(question).isAllowed()).as(told).isFalse();
        assertThat(explained.verdict()).as(told).isNotEqualTo(Verdict.ALLOWED);
    }

    private void compareChecks(String user, BruteForce brute) {
        for (var object : world.objects()) {
            for (var relation : relations(object)) {
                var question = Question.of(user, relation, object);
                var expected = brute.verdict(object, relation);
                assertThat(permissions.check(question)).as(told(question)).isInstanceOf(finding(expected));
                var explained = permissions.explain(question);
                assertThat(finding(explained.verdict()))
                        .as(told(question) + explained.tree())
                        .isEqualTo(finding(expected));
            }
        }
    }

    private void compareObjects(String user, BruteForce brute) {
        for (var type : world.model().types().values()) {
            for (var relation : type.relations().keySet()) {
                var objects = world.objects().stream()
                        .filter(object -> Names.type(object).equals(type.name()))
                        .collect(Collectors.groupingBy(object -> brute.verdict(object, relation), Collectors.toSet()));
                Function<Page, Listing> list = page -> permissions.objects(user, relation, type.name(), Map.of(), page);
                var listing = list.apply(Page.ALL);
                var what = told("list_objects " + user + " " + relation + " " + type.name());
                if (objects.containsKey(Verdict.UNDECIDED))
                    assertThat(listing).as(what).isInstanceOf(Listing.Undecided.class);
                else
                    assertThat(Set.copyOf(names(what, listing)))
                            .as(what)
                            .isEqualTo(objects.getOrDefault(Verdict.ALLOWED, Set.of()));
                comparePages(what, list, listing);
            }
        }
    }

    private void compareSubjects(String object, Map<String, BruteForce> verdicts) {
        for (var relation : relations(object)) {
            for (var filter : RandomWorld.filters()) {
                Function<Page, Listing> list = page -> permissions.subjects(object, relation, filter, Map.of(), page);
                var listing = list.apply(Page.ALL);
                var what = told("list_users " + filter + " " + relation + " " + object);
                comparePages(what, list, listing);
                verdicts.forEach((user, brute) -> {
                    if (!isOf(filter, user) || !(listing instanceof Listing.Listed(var names, var _))) return;
                    var verdict = brute.verdict(object, relation);
                    var everybody = names.contains(Names.everybody(filter.type()));
                    // Everybody stands for all whom only a `but not` names: what becomes of them, checks tell.
                    if (everybody && !names.contains(user)) return;
                    assertThat(verdict)
                            .as(what + user + " in " + names)
                            .matches(found -> found != Verdict.UNDECIDED)
                            .matches(found -> names.contains(user) == (found == Verdict.ALLOWED));
                });
            }
        }
    }

    /// Page after page is the whole list, in its order and each once; or none of them is given.
    private static void comparePages(String what, Function<Page, Listing> list, Listing whole) {
        var all = new ArrayList<String>();
        var after = Optional.<String>empty();
        do {
            var page = list.apply(new Page(after, 2));
            if (!(page instanceof Listing.Listed(var names, var next))) {
                assertThat(page.getClass()).as(what).isEqualTo(whole.getClass());
                return;
            }
            all.addAll(names);
            after = next;
        } while (after.isPresent());
        assertThat(new Listing.Listed(all, Optional.empty())).as(what).isEqualTo(whole);
        assertThat(all).as(what).isSorted();
    }

    private static Set<String> names(String what, Listing listing) {
        assertThat(listing).as(what).isInstanceOf(Listing.Listed.class);
        return Set.copyOf(((Listing.Listed) listing).names());
    }

    private Set<String> relations(String object) {
        return world.model().type(Names.type(object)).orElseThrow().relations().keySet();
    }

    private static boolean isOf(SubjectFilter filter, String user) {
        if (!Names.type(user).equals(filter.type())) return false;
        return filter.relation()
                .map(relation -> Names.isUserset(user) && Names.relation(user).equals(relation))
                .orElse(!Names.isUserset(user));
    }

    private static Class<? extends Finding> finding(Verdict verdict) {
        return switch (verdict) {
            case ALLOWED -> Finding.Allowed.class;
            case UNDECIDED -> Finding.Undecided.class;
            case DENIED, CYCLE -> Finding.Denied.class;
        };
    }

    private String told(Object question) {
        return "seed " + seed + "\n" + world + question + "\n";
    }
}
