package dev.gatehouse.permissions;

import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.model.ModelReading;
import dev.gatehouse.permissions.model.ModelText;
import dev.gatehouse.permissions.relation.Names;
import dev.gatehouse.permissions.relation.Relationship;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Documents in folders in folders, and people in groups in groups, as many as one likes: the world of the
/// benchmarks.
///
/// It is made of parts of 200 relationships: 80 documents each in a folder, 60 of them with a viewer, 20 with
/// an editor, 10 with somebody blocked; 8 folders, each in another and with a group that may view it; and a
/// group of 13 people that belongs to another group. There are four people to a part. The same number gives
/// the same world, and no relationship comes twice.
///
/// @param parts from 4 on
public record WorldOfDocuments(int parts) {

    public static final int PART = 200;

    private static final int DOCUMENTS = 80;
    private static final int FOLDERS = 8;
    private static final int PEOPLE = 4;
    private static final int MEMBERS = 13;
    private static final int FOLDERS_IN_FOLDER = 10;
    private static final int GROUPS_IN_GROUP = 5;

    public WorldOfDocuments {
        if (parts < 4) throw new IllegalArgumentException("a world has at least 4 parts");
    }

    /// @param relationships how many there are to be; rounded up to whole parts
    public static WorldOfDocuments of(int relationships) {
        return new WorldOfDocuments(Math.max(4, (relationships + PART - 1) / PART));
    }

    /// Prints the model, or so many relationships, one a line: for `scripts/load/world.py`.
    ///
    /// @param arguments `model`, or a number
    public static void main(String... arguments) {
        if (arguments[0].equals("model")) System.out.print(modelText());
        else of(Integer.parseInt(arguments[0])).relationships().forEach(WorldOfDocuments::print);
    }

    private static void print(Relationship relationship) {
        System.out.println(relationship.object() + " " + relationship.relation() + " " + relationship.user());
    }

    /// In OpenFGA's language.
    public static String modelText() {
        return """
                model
                  schema 1.1

                type person

                type group
                  relations
                    define member: [person, group#member]

                type folder
                  relations
                    define parent: [folder]
                    define viewer: [person, group#member] or viewer from parent

                type document
                  relations
                    define parent: [folder]
                    define editor: [person, group#member]
                    define viewer: [person, person:*, group#member] or editor or viewer from parent
                    define blocked: [person, group#member]
                    define can_view: viewer but not blocked
                """;
    }

    public static AuthorizationModel model() {
        return ((ModelReading.Read) ModelText.read(modelText())).model();
    }

    public int size() {
        return parts * PART;
    }

    public int documents() {
        return parts * DOCUMENTS;
    }

    public int people() {
        return parts * PEOPLE;
    }

    public Stream<Relationship> relationships() {
        return IntStream.range(0, size()).mapToObj(this::relationship);
    }

    /// @param index below [#size]
    public Relationship relationship(int index) {
        var part = index / PART;
        var place = index % PART;
        if (place < 80) return parentOfDocument(part * DOCUMENTS + place);
        if (place < 140) return viewer(part * DOCUMENTS + place - 80);
        if (place < 160) return Relationship.of(document(part * DOCUMENTS + place - 80), "editor", anyPerson(index));
        if (place < 170) return blocked(part * DOCUMENTS + place - 100);
        if (place < 178) return parentOfFolder(1 + part * FOLDERS + place - 170);
        if (place < 186) return viewerOfFolder(1 + part * FOLDERS + place - 178);
        return member(1 + part, place - 186);
    }

    public String document(int number) {
        return "document:d%07d".formatted(number);
    }

    public String person(int number) {
        return "person:p%06d".formatted(number);
    }

    private Relationship parentOfDocument(int document) {
        return Relationship.of(document(document), "parent", folder(1 + any(document, parts * FOLDERS)));
    }

    /// Of sixty one is for everybody and nine are for groups.
    private Relationship viewer(int document) {
        var user = switch (document % DOCUMENTS) {
            case 0 -> Names.everybody("person");
            case 1, 2, 3, 4, 5, 6, 7, 8, 9 -> anyGroup(document);
            default -> anyPerson(document);
        };
        return Relationship.of(document(document), "viewer", user);
    }

    private Relationship blocked(int document) {
        return Relationship.of(
                document(document), "blocked", document % 5 == 0 ? anyGroup(~document) : anyPerson(~document));
    }

    private Relationship parentOfFolder(int folder) {
        return Relationship.of(folder(folder), "parent", folder(folder / FOLDERS_IN_FOLDER));
    }

    private Relationship viewerOfFolder(int folder) {
        return Relationship.of(folder(folder), "viewer", anyGroup(folder));
    }

    private Relationship member(int group, int place) {
        if (place == MEMBERS) return Relationship.of(group(group / GROUPS_IN_GROUP), "member", all(group));
        return Relationship.of(group(group), "member", person((any(group, people()) + place) % people()));
    }

    private String anyPerson(int seed) {
        return person(any(seed, people()));
    }

    private String anyGroup(int seed) {
        return all(1 + any(seed, parts));
    }

    private static String all(int group) {
        return Names.userset(group(group), "member");
    }

    private static String folder(int number) {
        return "folder:f%06d".formatted(number);
    }

    private static String group(int number) {
        return "group:g%05d".formatted(number);
    }

    /// One of so many, the same for the same seed.
    private static int any(int seed, int count) {
        var mixed = (seed + 1) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L;
        return (int) Math.floorMod(mixed ^ mixed >>> 32, (long) count);
    }
}
