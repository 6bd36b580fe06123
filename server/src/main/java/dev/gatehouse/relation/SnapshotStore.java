package dev.gatehouse.relation;

import static dev.gatehouse.mapper.ColumnType.INTEGER;
import static dev.gatehouse.relation.RelationshipTable.RELATIONSHIP;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Condition;
import dev.gatehouse.mapper.Expression;
import dev.gatehouse.mapper.Projection;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.permissions.relation.ConditionUse;
import dev.gatehouse.permissions.relation.Edges;
import dev.gatehouse.permissions.relation.Names;
import dev.gatehouse.permissions.relation.NodeNames;
import dev.gatehouse.permissions.relation.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All relationships of a tenant as the database sees them at one moment: the truth, read as it is asked for.
///
/// It is made for one question, keeps what it has read, and is good as long as its transaction. Each node it
/// looks at costs a statement or two.
final class SnapshotStore implements Snapshot {

    private static final Projection<Integer> SOMETHING = Projection.of(Expression.sql(INTEGER, "1"));

    private final ReadTx tx;
    private final String tenantId;
    private final NodeNames nodes = new NodeNames();
    private final List<ConditionUse> conditions = new ArrayList<>();
    private final Map<Tie, Integer> edges = new HashMap<>();
    private final Map<Row, Edges> users = new HashMap<>();
    private final Map<Row, Edges> usersets = new HashMap<>();
    private final Map<ReverseRow, Edges> objects = new HashMap<>();

    private record Tie(int object, String relation, int user) {}

    private record Row(int object, String relation) {}

    private record ReverseRow(int user, String type, String relation) {}

    /// What stands at the other end of a relationship.
    private record End(String name, Optional<ConditionUse> condition) {}

    private static final Projection<End> USER = end(RELATIONSHIP.user);
    private static final Projection<End> OBJECT = end(RELATIONSHIP.object);

    /// @param tx sees one moment only
    SnapshotStore(ReadTx tx, String tenantId) {
        this.tx = tx;
        this.tenantId = tenantId;
    }

    @Override
    public int find(String name) {
        var known = nodes.find(name);
        if (known != NOBODY) return known;
        return isNamed(name) ? nodes.meet(name) : NOBODY;
    }

    /// As an object, as a user, or as the object of a userset.
    private boolean isNamed(String name) {
        return tx.sql(
                        "select 1 where exists (select 1 from {} where {}) or exists (select 1 from {} where {})"
                                + " or exists (select 1 from {} where {})",
                        RELATIONSHIP,
                        ours(RELATIONSHIP.object.eq(name)),
                        RELATIONSHIP,
                        ours(RELATIONSHIP.user.eq(name)),
                        RELATIONSHIP,
                        ours(RELATIONSHIP.user.startsWith(name + "#")))
                .one(SOMETHING)
                .isPresent();
    }

    /// Without a statement: of a node that no relationship names nothing will be found.
    @Override
    public int userset(int object, String relation) {
        return object == NOBODY ? NOBODY : nodes.meet(Names.userset(name(object), relation));
    }

    @Override
    public boolean isQuick() {
        return false;
    }

    @Override
    public String name(int node) {
        return nodes.name(node);
    }

    @Override
    public String type(int node) {
        return nodes.type(node);
    }

    @Override
    public boolean isUserset(int node) {
        return nodes.isUserset(node);
    }

    @Override
    public int object(int userset) {
        return nodes.object(userset);
    }

    @Override
    public String relation(int userset) {
        return nodes.relation(userset);
    }

    @Override
    public int edge(int object, String relation, int user) {
        if (object == NOBODY || user == NOBODY) return ABSENT;
        return edges.computeIfAbsent(new Tie(object, relation, user), this::read);
    }

    /// Nothing is looked for that would have been seen among all of its row.
    private int read(Tie tie) {
        if (users.containsKey(new Row(tie.object(), tie.relation()))) return ABSENT;
        return tx.find(USER, row(tie.object(), tie.relation()), RELATIONSHIP.user.eq(name(tie.user())))
                .map(this::number)
                .orElse(ABSENT);
    }

    @Override
    public ConditionUse condition(int edge) {
        return conditions.get(edge - 1);
    }

    @Override
    public Edges users(int object, String relation) {
        return users(object, relation, users);
    }

    @Override
    public Edges usersets(int object, String relation) {
        // Word for word what the index is over.
        return users(object, relation, usersets, Condition.sql("{} <> ''", RELATIONSHIP.userRelation));
    }

    private Edges users(int object, String relation, Map<Row, Edges> kept, Condition... further) {
        if (object == NOBODY) return Edges.NONE;
        var row = new Row(object, relation);
        var known = kept.get(row);
        if (known != null) return known;
        var ends = tx.select(USER).where(row(object, relation)).where(further).list();
        var found = tied(ends);
        for (int i = 0; i < found.size(); i++) edges.put(new Tie(object, relation, found.node(i)), found.edge(i));
        kept.put(row, found);
        return found;
    }

    @Override
    public Edges objects(int user, String type, String relation) {
        if (user == NOBODY) return Edges.NONE;
        var row = new ReverseRow(user, type, relation);
        var known = objects.get(row);
        if (known != null) return known;
        var found = tied(tx.select(OBJECT)
                .where(ours(RELATIONSHIP.user.eq(name(user))))
                .and(RELATIONSHIP.relation.eq(relation), RELATIONSHIP.object.startsWith(type + ":"))
                .list());
        objects.put(row, found);
        return found;
    }

    private Edges tied(List<End> ends) {
        var found = new int[ends.size()];
        var numbers = new int[ends.size()];
        var isPlain = true;
        for (int i = 0; i < found.length; i++) {
            found[i] = nodes.meet(ends.get(i).name());
            numbers[i] = number(ends.get(i));
            isPlain &= numbers[i] == PLAIN;
        }
        return new Edges(found, 0, found.length, isPlain ? null : numbers);
    }

    private int number(End end) {
        if (end.condition().isEmpty()) return PLAIN;
        conditions.add(end.condition().get());
        return conditions.size();
    }

    private Condition row(int object, String relation) {
        return ours(RELATIONSHIP.object.eq(name(object))).and(RELATIONSHIP.relation.eq(relation));
    }

    private Condition ours(Condition condition) {
        return RELATIONSHIP.tenantId.eq(tenantId).and(condition);
    }

    private static Projection<End> end(Column<String> name) {
        return Projection.of(
                row -> new End(
                        row.get(name),
                        ContextJson.use(row.find(RELATIONSHIP.conditionName), row.find(RELATIONSHIP.conditionContext))),
                name,
                RELATIONSHIP.conditionName,
                RELATIONSHIP.conditionContext);
    }
}
