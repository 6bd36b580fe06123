package dev.gatehouse.permissions.model;

import dev.gatehouse.permissions.cel.CelType;

/// Reads the type of a condition's parameter, `string` or `list<string>`.
final class ParameterTypeParser {

    private final Cursor cursor;

    ParameterTypeParser(Cursor cursor) {
        this.cursor = cursor;
    }

    CelType read() {
        return read(0);
    }

    private CelType read(int depth) {
        var token = cursor.peek();
        if (cursor.takeIf(ParameterTypes.LIST)) return new CelType.ListOf(part(depth));
        if (cursor.takeIf(ParameterTypes.MAP)) return new CelType.MapOf(part(depth));
        var simple = ParameterTypes.simple(token.text()).filter(_ -> token.isWord());
        if (simple.isEmpty()) throw cursor.stumbled(ParameterTypes.all());
        cursor.take();
        return simple.get();
    }

    private CelType part(int depth) {
        if (depth == CelType.DEEPEST)
            throw cursor.stumbled(cursor.peek(), "Types are nested deeper than " + CelType.DEEPEST + ".");
        cursor.expect('<');
        var part = read(depth + 1);
        cursor.expect('>');
        return part;
    }
}
