package dev.gatehouse.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/// What is said of one client, member by member. What is absent was not said.
public record ClientMembers(Map<ClientMember, String> said) {

    public static final ClientMembers NONE = new ClientMembers(Map.of());

    public ClientMembers {
        var ordered = new EnumMap<ClientMember, String>(ClientMember.class);
        ordered.putAll(said);
        said = Collections.unmodifiableMap(ordered);
    }

    /// @param text empty takes back what was said
    public ClientMembers with(ClientMember member, String text) {
        var changed = new EnumMap<ClientMember, String>(ClientMember.class);
        changed.putAll(said);
        if (text.isEmpty()) changed.remove(member);
        else changed.put(member, text);
        return new ClientMembers(changed);
    }

    public Optional<String> text(ClientMember member) {
        return Optional.ofNullable(said.get(member));
    }

    public boolean flag(ClientMember member) {
        return "true".equals(said.get(member));
    }

    public SequencedSet<String> words(ClientMember member) {
        var words = new LinkedHashSet<>(Arrays.asList(text(member).orElse("").split(" ")));
        words.remove("");
        return Collections.unmodifiableSequencedSet(words);
    }

    /// As the table keeps them; empty: nothing is said.
    Optional<String> spelled() {
        if (said.isEmpty()) return Optional.empty();
        return Optional.of(said.entrySet().stream()
                .map(entry -> entry.getKey().wire() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&")));
    }

    /// What [#spelled] wrote. A member that this version does not know is left out.
    static ClientMembers parse(String spelled) {
        var said = new EnumMap<ClientMember, String>(ClientMember.class);
        for (var pair : spelled.split("&")) {
            var equals = pair.indexOf('=');
            ClientMember.named(pair.substring(0, equals))
                    .ifPresent(member -> said.put(member, URLDecoder.decode(pair.substring(equals + 1), UTF_8)));
        }
        return new ClientMembers(said);
    }
}
