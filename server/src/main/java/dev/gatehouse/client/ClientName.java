package dev.gatehouse.client;

import java.util.Optional;

/// What people read an application's name as. It stands on the page that asks them for leave, so it must not be able to
/// turn the words around it, nor to be nothing that can be seen.
final class ClientName {

    private static final int LONGEST = 200;

    private ClientName() {}

    static Optional<ClientFault> fault(String name) {
        if (name.codePointCount(0, name.length()) > LONGEST || name.codePoints().noneMatch(ClientName::isSeen))
            return refused("needs 1 to 200 characters that people know the application by");
        if (name.codePoints().anyMatch(ClientName::turnsOrBreaksText))
            return refused("has a line break, a control character or one that changes the direction of text");
        return Optional.empty();
    }

    private static boolean isSeen(int point) {
        return switch (Character.getType(point)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /// The overrides, embeddings and isolates of Unicode. Marks for one place, and joiners, belong to names of some
    /// languages.
    ///
    /// @spec https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing UTR 36 §2.5
    private static boolean turnsOrBreaksText(int point) {
        return Character.getType(point) == Character.LINE_SEPARATOR
                || Character.getType(point) == Character.PARAGRAPH_SEPARATOR
                || Character.isISOControl(point)
                || point >= 0x202A && point <= 0x202E
                || point >= 0x2066 && point <= 0x2069;
    }

    private static Optional<ClientFault> refused(String message) {
        return Optional.of(new ClientFault("client_name", message));
    }
}
