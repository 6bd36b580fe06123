package dev.gatehouse.permissions.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads `[person, group#member, person:* with on_duty]`, on one line or several.
final class DirectTypesParser {

    private final Cursor cursor;

    DirectTypesParser(Cursor cursor) {
        this.cursor = cursor;
    }

    List<Draft.Direct> read() {
        var types = new ArrayList<Draft.Direct>();
        cursor.expect('[');
        do {
            cursor.skipLineEnds();
            types.add(one());
            cursor.skipLineEnds();
        } while (cursor.takeIf(','));
        if (!cursor.peek().isSign(']')) throw cursor.stumbled("`,`", "`]`");
        cursor.take();
        return types;
    }

    private Draft.Direct one() {
        var type = cursor.expectName("a type");
        var isEverybody = cursor.takeIf(':');
        if (isEverybody) cursor.expect('*');
        Optional<Word> relation =
                !isEverybody && cursor.takeIf('#') ? Optional.of(cursor.expectName("a relation")) : Optional.empty();
        if (cursor.peek().isWord("with") && cursor.touches())
            cursor.tell(cursor.peek(), "Put a space before `with`.", "a space");
        Optional<Word> condition =
                cursor.takeIf("with") ? Optional.of(cursor.expectName("a condition's name")) : Optional.empty();
        return new Draft.Direct(type, relation, isEverybody, condition);
    }
}
