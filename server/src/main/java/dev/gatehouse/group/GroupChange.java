package dev.gatehouse.group;

/// What became of the wish to make, change or remove a group.
public sealed interface GroupChange {

    record Done(Group group) implements GroupChange {}

    record NoSuchGroup() implements GroupChange {}

    /// Another group of the tenant is called so, maybe in other letters.
    record NameTaken() implements GroupChange {}

    record IdTaken() implements GroupChange {}

    /// No group can be called so.
    ///
    /// @param why what would do
    record Refused(String why) implements GroupChange {}
}
