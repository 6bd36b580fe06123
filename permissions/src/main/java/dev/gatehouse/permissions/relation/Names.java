package dev.gatehouse.permissions.relation;

/// How things and users are called: `document:charter`, `group:staff#member`, `person:*`.
public final class Names {

    public static final String EVERYBODY = "*";

    private Names() {}

    /// What stands before the first colon.
    ///
    /// @param name of an object, a userset or everybody of a type
    public static String type(String name) {
        return name.substring(0, colon(name));
    }

    /// What stands between the first colon and the `#`, if there is one.
    public static String id(String name) {
        var hash = hash(name);
        return name.substring(colon(name) + 1, hash < 0 ? name.length() : hash);
    }

    /// Whether it is all who have a relation to an object.
    public static boolean isUserset(String name) {
        return hash(name) >= 0;
    }

    /// The object of a userset; any other name is its own.
    public static String object(String name) {
        var hash = hash(name);
        return hash < 0 ? name : name.substring(0, hash);
    }

    /// The relation of a userset.
    public static String relation(String userset) {
        return userset.substring(hash(userset) + 1);
    }

    /// Whether it is everybody of a type.
    public static boolean isEverybody(String name) {
        return name.endsWith(":*") && colon(name) == name.length() - 2;
    }

    /// @param object `group:staff`
    /// @param relation `member`
    /// @return `group:staff#member`
    public static String userset(String object, String relation) {
        return object + "#" + relation;
    }

    /// @param type `person`
    /// @return `person:*`
    public static String everybody(String type) {
        return type + ":" + EVERYBODY;
    }

    private static int hash(String name) {
        return name.indexOf('#');
    }

    private static int colon(String name) {
        var colon = name.indexOf(':');
        if (colon < 0) throw new IllegalArgumentException("a name is TYPE:ID, not " + name);
        return colon;
    }
}
