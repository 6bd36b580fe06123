package dev.gatehouse.mapper;

import java.util.regex.Pattern;

/// Where announcements of one kind are made and heard.
///
/// @param name small letters, digits and `_`, 63 at most: PostgreSQL's own limit
public record Channel(String name) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    public Channel {
        if (!NAME.matcher(name).matches())
            throw new IllegalArgumentException("the name of a channel is like 'prices_changed', not '" + name + "'");
    }
}
