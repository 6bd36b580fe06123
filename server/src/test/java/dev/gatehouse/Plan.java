package dev.gatehouse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The floor plan of the house: its rooms, ground floor first, and what each may enter. [HouseTest] holds the
/// walls to it, and `docs/architecture/house.md` shows the same table.
final class Plan {

    /// The four modules below the rooms, which know nothing of identity.
    static final List<String> GROUND = List.of("mapper", "migrations", "web", "permissions");

    static final List<Room> ROOMS = List.of(
            stands(
                    "secret",
                    "random, digest, password hashing, sealing at rest, keys derived from the one of the settings"),
            stands("json", "JSON as a tree of plain values, read and written"),
            stands("jose", "JWS, JWK, JWT; no key is kept here", "secret", "json"),
            stands("outbound", "our calls to others: whom, for how long, how much"),
            stands("audit", "who did what; append-only, hash-chained; the door to read it", "mapper", "web", "secret"),
            stands("tenant", "isolated sets of people, clients, keys and permissions; there is `main`", "mapper"),
            stands(
                    "notice",
                    "tells every node that keys, clients, models or what tokens stand on have changed; counters that all look at",
                    "mapper"),
            stands(
                    "model",
                    "the versions of tenants' authorization models: judged, kept, found; the administrators' door for them",
                    "mapper",
                    "web",
                    "permissions",
                    "secret",
                    "json",
                    "audit",
                    "tenant",
                    "notice"),
            stands(
                    "relation",
                    "relationships, snapshots, consistency tokens, the change feed",
                    "mapper",
                    "web",
                    "permissions",
                    "json",
                    "audit",
                    "tenant",
                    "model"),
            stands(
                    "check",
                    "questions: at which model and moment they are asked; check, expand, lists, explain",
                    "web",
                    "permissions",
                    "audit",
                    "model",
                    "relation"),
            stands(
                    "right",
                    "Gatehouse's own rights: who may administer what, and who may ask",
                    "mapper",
                    "web",
                    "permissions",
                    "audit",
                    "tenant",
                    "model",
                    "relation"),
            stands("replay", "what may be shown only once, noted until it expires", "mapper", "secret"),
            stands(
                    "dpop",
                    "proofs that a caller holds the key its token is bound to; their nonces",
                    "web",
                    "secret",
                    "jose",
                    "tenant",
                    "replay"),
            stands(
                    "key",
                    "signing keys: made, sealed, published, rotated, revoked",
                    "mapper",
                    "secret",
                    "jose",
                    "audit",
                    "tenant",
                    "notice"),
            stands(
                    "account",
                    "people and their passwords, throttling; the doors for one's own account and for administrators",
                    "mapper",
                    "web",
                    "secret",
                    "audit",
                    "tenant",
                    "notice",
                    "right",
                    "relation"),
            stands(
                    "client",
                    "registered applications, and how they authenticate; the administrators' door for them",
                    "mapper",
                    "web",
                    "secret",
                    "jose",
                    "outbound",
                    "audit",
                    "tenant",
                    "notice",
                    "relation",
                    "replay",
                    "key"),
            stands(
                    "registration",
                    "applications that register themselves, where the settings let them",
                    "mapper",
                    "web",
                    "secret",
                    "audit",
                    "tenant",
                    "account",
                    "client"),
            stands(
                    "group",
                    "groups of people, applications and groups: named here, their members are relationships",
                    "mapper",
                    "web",
                    "permissions",
                    "secret",
                    "audit",
                    "tenant",
                    "relation",
                    "check",
                    "account",
                    "client"),
            stands(
                    "role",
                    "sets of actions, given everywhere or on one thing",
                    "mapper",
                    "web",
                    "permissions",
                    "audit",
                    "tenant",
                    "relation",
                    "check",
                    "group"),
            stands(
                    "claims",
                    "scopes and the `claims` parameter into claims; by what name a client knows a person",
                    "secret",
                    "jose",
                    "account",
                    "client",
                    "group",
                    "role"),
            stands(
                    "session",
                    "a person's sessions, of programs and of browsers; where one is signed in, as a list; tickets between pages",
                    "mapper",
                    "web",
                    "secret",
                    "audit",
                    "tenant",
                    "notice",
                    "account"),
            stands(
                    "page",
                    "how every page looks: layout, stylesheet, language, errors; why somebody came",
                    "web",
                    "secret",
                    "tenant",
                    "account",
                    "client",
                    "session"),
            stands(
                    "token",
                    "codes, access tokens, refresh families, ID tokens; the guard at every door that asks for one, `/userinfo`, `/introspect`, `/revoke`",
                    "mapper",
                    "web",
                    "secret",
                    "jose",
                    "audit",
                    "tenant",
                    "notice",
                    "dpop",
                    "key",
                    "account",
                    "client",
                    "claims",
                    "session"),
            stands(
                    "consent",
                    "what a person allowed a client: asked, remembered, taken back",
                    "mapper",
                    "web",
                    "audit",
                    "account",
                    "client",
                    "session",
                    "token",
                    "page"),
            stands(
                    "logout",
                    "sign-out as a page and for applications; telling them of every session that ends",
                    "mapper",
                    "web",
                    "secret",
                    "jose",
                    "audit",
                    "tenant",
                    "key",
                    "account",
                    "client",
                    "claims",
                    "outbound",
                    "session",
                    "page",
                    "token"),
            stands(
                    "signin",
                    "sign-in and registration as pages; sign-in, refresh, sign-out and a new password as JSON; second factors to come",
                    "mapper",
                    "web",
                    "secret",
                    "audit",
                    "tenant",
                    "dpop",
                    "account",
                    "session",
                    "token",
                    "page"),
            stands(
                    "authorize",
                    "`/oauth2/authorize` and `/oauth2/par`: reads the request, decides the next step, answers the client",
                    "mapper",
                    "web",
                    "secret",
                    "jose",
                    "audit",
                    "tenant",
                    "dpop",
                    "key",
                    "account",
                    "client",
                    "claims",
                    "session",
                    "token",
                    "page",
                    "consent"),
            stands(
                    "device",
                    "a device without a keyboard: `/oauth2/device_authorization`, the codes, the pages on which its person decides",
                    "mapper",
                    "web",
                    "secret",
                    "audit",
                    "tenant",
                    "account",
                    "client",
                    "session",
                    "token",
                    "page",
                    "consent"),
            stands(
                    "grant",
                    "`/oauth2/token`: one file a `grant_type`",
                    "web",
                    "jose",
                    "audit",
                    "dpop",
                    "client",
                    "token",
                    "device"),
            stands(
                    "discovery",
                    "the JWK set, and what this server can do",
                    "web",
                    "jose",
                    "dpop",
                    "key",
                    "client",
                    "claims"),
            stands(
                    "authzen",
                    "AuthZEN evaluation and search; the translation of subject, action, resource into user, relation, object",
                    "web",
                    "permissions",
                    "audit",
                    "relation",
                    "check"),
            stands(
                    "openfga",
                    "OpenFGA's HTTP API over the same engine, for its SDKs and command line; a store is a tenant",
                    "mapper",
                    "web",
                    "permissions",
                    "secret",
                    "audit",
                    "tenant",
                    "notice",
                    "model",
                    "relation",
                    "check",
                    "right"),
            toCome("mail", "messages to people: verification, recovery, notices"),
            toCome("console", "the admin pages; asks `check` like everyone else", "web", "check"),
            stands(
                    "revision",
                    "every declared table, and the history of our schema, one class a step, each with its way back",
                    "mapper",
                    "migrations",
                    "audit",
                    "tenant",
                    "notice",
                    "model",
                    "openfga",
                    "relation",
                    "replay",
                    "key",
                    "account",
                    "client",
                    "registration",
                    "session",
                    "token",
                    "consent",
                    "authorize",
                    "device",
                    "logout",
                    "group",
                    "role"),
            stands(
                    "settings",
                    "what an operator may decide, judged whole before anything is opened",
                    "mapper",
                    "web",
                    "secret",
                    "jose",
                    "outbound",
                    "dpop",
                    "account",
                    "registration"),
            stands(
                    "world",
                    "store files: a model, relationships and what must be true of them, asked and told",
                    "permissions"),
            stands(
                    "cli",
                    "the verbs of `./gatehouse`; it builds the `House`",
                    "mapper",
                    "migrations",
                    "web",
                    "secret",
                    "permissions",
                    "outbound",
                    "audit",
                    "tenant",
                    "model",
                    "relation",
                    "check",
                    "key",
                    "account",
                    "client",
                    "group",
                    "role",
                    "registration",
                    "revision",
                    "settings",
                    "world"));

    /// How the classes are called that may touch HTTP: doors, what they say, and the templates of their
    /// pages.
    static final List<String> DOORS =
            List.of("Endpoint", "Pages", "Cookie", "Guard", "View", "Problems", "Words", "Metadata", "Generated");

    /// How the classes are called that may speak to tables.
    static final List<String> CELLAR = List.of("Store", "Table");

    /// The room that tells what tables are made of: it has no other subject.
    static final String HISTORY = "revision";

    /// What everybody may have of the mapper: a database to begin a transaction on, a transaction to pass on,
    /// what other processes announce, and its faults.
    static final List<String> TRANSACTIONS = List.of(
            "Database",
            "DatabaseSettings",
            "Tx",
            "ReadTx",
            "Announcements",
            "ConstraintViolation",
            "DatabaseBusy",
            "DatabaseDown",
            "DatabaseFault");

    /// Classes that are neither door nor cellar by their names and yet use what is below.
    static final Map<String, String> EXCEPTIONS = Map.of(
            "settings.Settings", "names the format of the log lines, which `web` writes",
            "settings.SettingsReader", "judges a network and a log format by the code that will read them",
            "settings.Transport", "names the files of TLS, which `web` reads",
            "settings.TransportReader", "judges certificates by the code that will show them",
            "cli.TlsCheckup", "looks at our certificate as `web` will show it",
            "cli.OurHistory", "says which dialect SQL is written in when no database is asked",
            "cli.ServeCommand", "opens the doors and closes them",
            "cli.RehearseCommand", "opens the doors and closes them",
            "client.GrantType", "names grants in JSON as their specifications do",
            "cli.Excuse", "says in one line that a port is taken");

    /// Libraries that one room hides from all others.
    static final Map<String, String> HIDDEN = Map.of(
            "com.nimbusds", "jose",
            "com.amazon.corretto", "secret",
            "de.mkammerer", "secret",
            "org.bouncycastle", "secret",
            "picocli", "cli");

    /// @param says in one line what it is for
    /// @param stands whether it is built; the others are planned
    record Room(String name, String says, List<String> mayEnter, boolean stands) {
        String row() {
            var shown = stands ? "`" + name + "`" : "*" + name + "*";
            var entered = mayEnter.isEmpty() ? "–" : String.join(", ", mayEnter);
            return "| " + shown + " | " + says + " | " + entered + " |";
        }
    }

    static Optional<Room> find(String name) {
        return ROOMS.stream().filter(room -> room.name().equals(name)).findFirst();
    }

    /// As `docs/architecture/house.md` shows it.
    static String table() {
        return Stream.concat(
                        Stream.of("| Room | One line | May enter |", "|---|---|---|"),
                        ROOMS.stream().map(Room::row))
                .collect(Collectors.joining("\n"));
    }

    private static Room stands(String name, String says, String... mayEnter) {
        return new Room(name, says, List.of(mayEnter), true);
    }

    private static Room toCome(String name, String says, String... mayEnter) {
        return new Room(name, says, List.of(mayEnter), false);
    }

    private Plan() {}
}
