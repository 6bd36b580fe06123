package dev.gatehouse.revision;

import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import dev.gatehouse.migrations.shape.DeclaredShape;
import dev.gatehouse.migrations.shape.TableElement;
import java.util.List;

public final class Revisions {
    public static final List<Revision> ALL = List.of(new First());
    private Revisions() {}
    static final class First implements Revision {
        public String id() { return "000000000001"; }
        public List<String> parents() { return List.of(); }
        public String message() { return "first"; }
        public void upgrade(Operations op) {
            for (var t : DeclaredShape.of(Tables.ALL).tables()) op.createTable(t.name(), t.elements().toArray(TableElement[]::new));
        }
        public void downgrade(Operations op) {
            for (var t : DeclaredShape.of(Tables.ALL).tables().reversed()) op.dropTable(t.name());
        }
    }
}
