package dev.gatehouse.client;

import dev.gatehouse.secret.RandomValues;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// The names of clients in protocols. A client must not be able to pass for a person, whose `sub` is a UUID.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9700#section-4.15 RFC 9700 §4.15
final class ClientId {

    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9._-]{2,62}");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}");
    private static final String OURS = "gatehouse";
    private static final int RANDOM_BYTES = 12;

    private ClientId() {}

    static String random() {
        return "app-" + HexFormat.of().formatHex(RandomValues.bytes(RANDOM_BYTES));
    }

    /// Whether any client could have this name. What strangers send is asked this first: some text cannot even be
    /// looked
    /// up, as half a surrogate pair.
    static boolean isPossible(String id) {
        return ALLOWED.matcher(id).matches();
    }

    /// What is wrong with a name that somebody chose.
    static Optional<ClientFault> fault(String id) {
        if (!isPossible(id))
            return refused("use 3 to 63 small letters, digits, '.', '_' and '-', a letter or digit first");
        if (UUID.matcher(id).matches()) return refused("must not look like a person's id, which is a UUID");
        if (id.startsWith(OURS)) return refused("'gatehouse' is the server itself; choose another");
        return Optional.empty();
    }

    private static Optional<ClientFault> refused(String message) {
        return Optional.of(new ClientFault("client_id", message));
    }
}
