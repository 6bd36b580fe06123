package dev.gatehouse.permissions.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Reads the text form: the head, then types and conditions. One fault in a definition does not hide those of
/// the next.
///
/// @spec https://github.com/openfga/language/blob/main/OpenFGAParser.g4 OpenFGA's grammar
final class ModelParser {

    private final Faults faults;
    private final Cursor cursor;
    private final ConditionParser conditionParser;
    private final RewriteParser rewriteParser;
    private final List<Draft.Type> types = new ArrayList<>();
    private final List<Draft.Condition> conditions = new ArrayList<>();
    private final List<Draft.Type> extensions = new ArrayList<>();
    private boolean isModule;

    ModelParser(String text, Faults faults) {
        this(new ModelModule("", text), faults);
    }

    ModelParser(ModelModule module, Faults faults) {
        this.faults = faults;
        this.cursor = new Cursor(module, faults);
        this.conditionParser = new ConditionParser(cursor);
        this.rewriteParser = new RewriteParser(cursor);
    }

    Draft read() {
        var version = head();
        parts();
        return new Draft(version, types, conditions);
    }

    /// One module of several, which may say more of types that others define.
    DraftModule readModule() {
        isModule = true;
        moduleHead();
        parts();
        return new DraftModule(types, conditions, extensions);
    }

    private void parts() {
        cursor.skipLineEnds();
        while (cursor.peek().kind() != Token.Kind.END && !faults.isFull()) {
            part();
            cursor.skipLineEnds();
        }
    }

    /// A text without a head is read on, so that its other faults are told as well.
    private Word head() {
        cursor.skipLineEnds();
        var start = cursor.peek().place();
        try {
            refuseModule();
            cursor.expect("model");
            cursor.expectLineEnd();
            cursor.expect("schema");
            var version = cursor.expectName("a version, `1.1`");
            cursor.expectLineEnd();
            return version;
        } catch (Cursor.Stumbled _) {
            if (!isBeginning()) cursor.skipPart();
            return new Word("", start);
        }
    }

    private void moduleHead() {
        cursor.skipLineEnds();
        try {
            cursor.expect("module");
            cursor.expectName("a module's name");
            cursor.expectLineEnd();
        } catch (Cursor.Stumbled _) {
            if (!isBeginning()) cursor.skipPart();
        }
    }

    private boolean isBeginning() {
        return Stream.of("type", "condition", "extend").anyMatch(cursor.peek()::isWord);
    }

    private void refuseModule() {
        if (!cursor.peek().isWord("module")) return;
        throw cursor.stumbled(
                cursor.peek(),
                "This is one module of a model. Put its modules together first (`./gatehouse model write fga.mod`).",
                "`model`");
    }

    private void part() {
        var start = cursor.peek();
        try {
            if (cursor.takeIf("type")) type(types);
            else if (cursor.takeIf("condition")) conditionParser.read().ifPresent(conditions::add);
            else if (cursor.peek().isWord("extend")) extension();
            else throw cursor.stumbled("`type`", "`condition`");
        } catch (Cursor.Stumbled _) {
            if (cursor.peek() == start) cursor.take();
            cursor.skipPart();
        }
    }

    private void extension() {
        if (!isModule)
            throw cursor.stumbled(
                    cursor.peek(), "`extend` is for modules. Write the relations where the type is defined.", "`type`");
        cursor.take();
        cursor.expect("type");
        type(extensions);
    }

    private void type(List<Draft.Type> types) {
        var relations = new ArrayList<Draft.Relation>();
        types.add(new Draft.Type(cursor.expectName("a type's name"), relations));
        cursor.expectLineEnd();
        cursor.skipLineEnds();
        if (!cursor.peek().isWord("relations")) {
            refuseBareDefinitions();
            relations(relations);
            return;
        }
        cursor.take();
        cursor.expectLineEnd();
        cursor.skipLineEnds();
        if (!cursor.peek().isWord("define")) throw cursor.stumbled("`define`");
        relations(relations);
    }

    /// They are read all the same.
    private void refuseBareDefinitions() {
        if (cursor.peek().isWord("define")) cursor.stumbled("`relations`");
    }

    private void relations(List<Draft.Relation> relations) {
        while (cursor.takeIf("define")) {
            try {
                relation(relations);
            } catch (Cursor.Stumbled _) {
                cursor.skipPart();
            }
            cursor.skipLineEnds();
        }
    }

    private void relation(List<Draft.Relation> relations) {
        var name = cursor.expectName("a relation's name");
        var place = relations.size();
        relations.add(new Draft.Relation(name, new Draft.Rewrite.Unreadable(), List.of()));
        cursor.expect(':');
        relations.set(place, rewriteParser.read(name));
    }
}
