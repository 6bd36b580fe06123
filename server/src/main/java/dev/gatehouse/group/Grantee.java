package dev.gatehouse.group;

import dev.gatehouse.permissions.relation.Names;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Whoever can be in a group or hold a role: a person, an application, or all who are in a group.
///
/// @param name `person:0198…`, `client:web-shop`, `group:staff`
public record Grantee(String name) {

    static final String PERSON = "person";
    static final String CLIENT = "client";
    static final String GROUP = "group";
    static final String MEMBER = "member";

    private static final Pattern NAME = Pattern.compile("(person|client|group):[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    /// In words, for whoever wrote another.
    public static final String EXPECTED = "must be person:ID, client:ID or group:ID";

    /// @param text as callers write it; a group also as `group:staff#member`, which is the same
    /// @return empty if nobody can be called so
    public static Optional<Grantee> parse(String text) {
        var name = text.startsWith(GROUP + ":") && text.endsWith("#" + MEMBER) ? Names.object(text) : text;
        return NAME.matcher(name).matches() ? Optional.of(new Grantee(name)) : Optional.empty();
    }

    /// Of a user as relationships have it; whoever else they name is shown as he stands there.
    public static Grantee ofUser(String user) {
        return parse(user).orElseGet(() -> new Grantee(user));
    }

    public static Grantee ofPerson(UUID account) {
        return new Grantee(PERSON + ":" + account);
    }

    static Grantee ofGroup(String id) {
        return new Grantee(GROUP + ":" + id);
    }

    /// As the user of a relationship, `group:staff#member`.
    public String user() {
        return isGroup() ? Names.userset(name, MEMBER) : name;
    }

    boolean isGroup() {
        return type().equals(GROUP);
    }

    String type() {
        return Names.type(name);
    }

    String id() {
        return Names.id(name);
    }
}
