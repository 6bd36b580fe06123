package dev.gatehouse.group;

import java.util.Optional;
import java.util.regex.Pattern;

/// How groups may be called.
final class GroupNames {

    /// Small letters, so that nobody takes one id for another.
    static final String ID = "[a-z0-9][a-z0-9._-]{0,62}";

    /// In claims and on pages a name stands in one line.
    static final String NAME = "[^\\p{Cntrl}\\p{Cs}]*";

    static final int LONGEST = 100;

    private static final Pattern IDS = Pattern.compile(ID);
    private static final Pattern NAMES = Pattern.compile(NAME);

    private GroupNames() {}

    /// What is wrong with them, for whoever does not come by a door that has asked already.
    static Optional<String> fault(Optional<String> id, String name) {
        if (id.filter(text -> !IDS.matcher(text).matches()).isPresent())
            return Optional.of("An id has 1 to 63 small letters, digits, '.', '_' and '-', a letter or digit first.");
        var isName = !name.isBlank()
                && name.length() <= LONGEST
                && NAMES.matcher(name).matches();
        return isName ? Optional.empty() : Optional.of("A name has 1 to " + LONGEST + " characters, in one line.");
    }
}
