package dev.gatehouse.permissions;

import dev.gatehouse.permissions.check.Limits;
import dev.gatehouse.permissions.check.Listing;
import dev.gatehouse.permissions.check.Listing.Page;
import dev.gatehouse.permissions.check.Permissions;
import dev.gatehouse.permissions.check.Question;
import dev.gatehouse.permissions.check.SubjectFilter;
import dev.gatehouse.permissions.relation.Change;
import dev.gatehouse.permissions.relation.Loading;
import dev.gatehouse.permissions.relation.MemoryGraph;
import dev.gatehouse.permissions.relation.MemoryLoader;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.permissions.relation.Snapshot;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

/// Not a test: it measures, and nothing here can fail. Surefire runs it only when it is named:
/// `mvn -pl permissions test -Dtest=MemoryBenchmark`; `-Drelationships=…` for another size than a million,
/// `-DargLine=-Xmx4g` for a large one.
class MemoryBenchmark {

    private static final int RELATIONSHIPS = Integer.getInteger("relationships", 1_000_000);
    private static final int QUESTIONS = 1 << 18;
    private static final int ROUNDS = 12;
    private static final int ROUNDS_OF_CHECKS = 3;
    private static final int ROUNDS_OF_LISTS = 50;
    private static final int COMMITS = 20_000;

    private final WorldOfDocuments world = WorldOfDocuments.of(RELATIONSHIPS);
    private final SplittableRandom random = new SplittableRandom(5);

    /// Each loop leaves something here, so that none is thought useless.
    private long sink;

    @Test
    void measure() throws InterruptedException {
        var graph = load();
        say(
                "%.1f bytes a relationship; %,d MB of heap in use",
                graph.bytes() / (double) world.size(), usedHeap() >> 20);
        lookups(graph.snapshot());
        checks("packed", graph);
        lists(graph.snapshot());
        commits(graph);
        checks("with changes above", graph);
        fold(graph);
        say("(%d)", sink);
    }

    private MemoryGraph load() {
        var relationships = world.relationships().toList();
        MemoryGraph graph = null;
        for (var round = 0; round < 3; round++) {
            var begun = System.nanoTime();
            var cpu = cpu();
            var loader = new MemoryLoader(Long.MAX_VALUE);
            relationships.forEach(loader::add);
            graph = ((Loading.Loaded) loader.load(0)).graph();
            say(
                    "loaded %,d in %,d ms, %,d of them on the processor",
                    relationships.size(), (System.nanoTime() - begun) / 1_000_000, (cpu() - cpu) / 1_000_000);
        }
        return graph;
    }

    private static long usedHeap() {
        for (var round = 0; round < 3; round++) System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void lookups(Snapshot snapshot) {
        var some = new Relationship[QUESTIONS];
        Arrays.setAll(some, _ -> world.relationship(random.nextInt(world.size())));
        var objects =
                Arrays.stream(some).mapToInt(its -> snapshot.find(its.object())).toArray();
        var users =
                Arrays.stream(some).mapToInt(its -> snapshot.find(its.user())).toArray();
        each("find", index -> snapshot.find(some[index].object()));
        each("edge that stands", index -> snapshot.edge(objects[index], some[index].relation(), users[index]));
        each("edge that does not", index -> snapshot.edge(objects[index], "viewer", users[index ^ 1]));
        each("users", index -> snapshot.users(objects[index], "viewer").size());
        each("usersets", index -> snapshot.usersets(objects[index], "viewer").size());
        each(
                "objects",
                index -> snapshot.objects(users[index], "document", "viewer").size());
        each("type", index -> snapshot.type(objects[index]).length());
        each("name", index -> snapshot.name(objects[index]).length());
    }

    private void each(String what, IntToLongFunction lookup) {
        var best = Long.MAX_VALUE;
        for (var round = 0; round < ROUNDS; round++) {
            var begun = cpu();
            for (var index = 0; index < QUESTIONS; index++) sink += lookup.applyAsLong(index);
            best = Math.min(best, cpu() - begun);
        }
        say("%-20s %6.1f ns", what, best / (double) QUESTIONS);
    }

    private void checks(String what, MemoryGraph graph) throws InterruptedException {
        var allowed = questions(true);
        var any = questions(false);
        checks(what + ", whom a relationship names", graph, allowed);
        checks(what + ", anybody", graph, any);
    }

    private Question[] questions(boolean named) {
        var questions = new Question[QUESTIONS];
        Arrays.setAll(questions, _ -> {
            var document = random.nextInt(world.documents());
            var part = document / 80;
            if (!named)
                return Question.of(world.person(random.nextInt(world.people())), "can_view", world.document(document));
            var viewer = world.relationship(part * WorldOfDocuments.PART + 90 + random.nextInt(50));
            return Question.of(viewer.user(), "can_view", viewer.object());
        });
        return questions;
    }

    private void checks(String what, MemoryGraph graph, Question[] questions) throws InterruptedException {
        var permissions = new Permissions(WorldOfDocuments.model(), graph.snapshot(), Limits.USUAL);
        var allowed = 0;
        for (var round = 0; round < ROUNDS_OF_CHECKS; round++)
            for (var question : questions) if (permissions.check(question).isAllowed()) allowed++;
        var nanos = new long[questions.length];
        for (var index = 0; index < questions.length; index++) {
            var begun = System.nanoTime();
            if (permissions.check(questions[index]).isAllowed()) sink++;
            nanos[index] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        var begun = cpu();
        askAll(permissions, questions);
        var seconds = (cpu() - begun) / 1e9;
        say(
                "checks, %s: %,.0f a second of one core; %,d a second in two threads; p50 %.1f µs, p99 %.1f µs; %d%% allowed",
                what,
                ROUNDS_OF_CHECKS * questions.length / seconds,
                rate(permissions, questions),
                nanos[nanos.length / 2] / 1e3,
                nanos[nanos.length / 100 * 99] / 1e3,
                allowed * 100L / (ROUNDS_OF_CHECKS * questions.length));
    }

    private void lists(Snapshot snapshot) {
        var permissions = new Permissions(WorldOfDocuments.model(), snapshot, Limits.USUAL);
        lists(
                "folders, viewer",
                1_000,
                _ -> world.person(random.nextInt(world.people())),
                person -> permissions.objects(person, "viewer", "folder", Map.of(), Page.ALL));
        lists(
                "documents, can_view",
                10_000,
                _ -> world.person(random.nextInt(world.people())),
                person -> permissions.objects(person, "can_view", "document", Map.of(), Page.ALL));
        lists(
                "people, can_view",
                2_000,
                _ -> world.document(random.nextInt(world.documents())),
                document -> permissions.subjects(document, "can_view", SubjectFilter.of("person"), Map.of(), Page.ALL));
    }

    /// Of some that are asked about, the one whose list comes nearest to a size from above.
    private void lists(String what, int size, IntFunction<String> any, Function<String, Listing> list) {
        var bySize = new TreeMap<Integer, String>();
        for (var one = 0; one < 200; one++) {
            var name = any.apply(one);
            bySize.put(size(list.apply(name)), name);
        }
        var asked = bySize.ceilingEntry(size) == null ? bySize.lastEntry() : bySize.ceilingEntry(size);
        var best = Long.MAX_VALUE;
        for (var round = 0; round < ROUNDS_OF_LISTS; round++) {
            var begun = cpu();
            sink += size(list.apply(asked.getValue()));
            best = Math.min(best, cpu() - begun);
        }
        say("list of %,d %s: %.1f ms", asked.getKey(), what, best / 1e6);
    }

    private static int size(Listing listing) {
        return ((Listing.Listed) listing).names().size();
    }

    private long rate(Permissions permissions, Question[] questions) throws InterruptedException {
        var begun = System.nanoTime();
        var threads = List.of(
                Thread.ofPlatform().start(() -> askAll(permissions, questions)),
                Thread.ofPlatform().start(() -> askAll(permissions, questions)));
        for (var thread : threads) thread.join();
        return (long) (2L * ROUNDS_OF_CHECKS * questions.length / ((System.nanoTime() - begun) / 1e9));
    }

    /// What this thread had of the processor: others may be at work on the same machine.
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void askAll(Permissions permissions, Question[] questions) {
        var allowed = 0L;
        for (var round = 0; round < ROUNDS_OF_CHECKS; round++)
            for (var question : questions) if (permissions.check(question).isAllowed()) allowed++;
        sink += allowed;
    }

    private void commits(MemoryGraph graph) {
        var nanos = new long[COMMITS];
        for (var commit = 0; commit < COMMITS; commit++) {
            var person = world.person(random.nextInt(world.people()));
            var relationship = Relationship.of(world.document(random.nextInt(world.documents())), "viewer", person);
            var change = List.of(commit % 3 == 0 ? Change.deleted(relationship) : Change.written(relationship));
            var begun = System.nanoTime();
            graph.apply(commit, change);
            nanos[commit] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        say(
                "commits of one relationship: p50 %.1f µs, p99 %.1f µs",
                nanos[COMMITS / 2] / 1e3, nanos[COMMITS / 100 * 99] / 1e3);
    }

    private void fold(MemoryGraph graph) {
        var before = graph.bytes();
        var begun = System.nanoTime();
        graph.fold();
        say("folded in %,d ms; %,d kB less", (System.nanoTime() - begun) / 1_000_000, before - graph.bytes() >> 10);
    }

    private static void say(String format, Object... values) {
        System.out.println(format.formatted(values));
    }
}
