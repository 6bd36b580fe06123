package dev.gatehouse.revision;

import static dev.gatehouse.migrations.Define.*;

import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import java.util.List;

/// Administrators by relationship
///
/// Created 2026-11-22T21:16:39Z.
///
/// Takes data away: account.administrator.
public final class Rbd2cced789a6_AdministratorsByRelationship implements Revision {

    @Override
    public String id() {
        return "bd2cced789a6";
    }

    @Override
    public List<String> parents() {
        return List.of("15e9f7010788");
    }

    @Override
    public String message() {
        return "Administrators by relationship";
    }

    @Override
    public void upgrade(Operations op) {
        op.sql("""
                insert into relationship_head (tenant_id, revision)
                select distinct tenant_id, 0 from account where administrator
                on conflict (tenant_id) do nothing""");
        op.sql("""
                update relationship_head set revision = revision + 1
                where tenant_id in (select tenant_id from account where administrator)""");
        op.sql("""
                insert into relationship_change
                  (tenant_id, revision, ordinal, operation, object_name, relation, user_name, changed_at, changed_by)
                select a.tenant_id, h.revision, row_number() over (partition by a.tenant_id order by a.id) - 1,
                  'written', 'gatehouse:main', 'administrator', 'person:' || cast(a.id as text), a.updated_at, 'server'
                from account a join relationship_head h on h.tenant_id = a.tenant_id
                where a.administrator""");
        op.sql("""
                insert into relationship
                  (tenant_id, object_name, relation, user_name, user_relation, revision, written_at)
                select a.tenant_id, 'gatehouse:main', 'administrator', 'person:' || cast(a.id as text), '',
                  h.revision, a.updated_at
                from account a join relationship_head h on h.tenant_id = a.tenant_id
                where a.administrator
                on conflict (tenant_id, object_name, relation, user_name) do nothing""");
        // What was carried over is no loss: a column without values may go unasked.
        op.alterColumn("account", column("administrator", bool()));
        op.renameColumn("account", "administrator", "was_administrator");
        op.sql("update account set was_administrator = null");
        op.dropColumn("account", "was_administrator");
    }

    @Override
    public void downgrade(Operations op) {
        op.addColumn("account", column("administrator", bool()).notNull().defaultTo("false"));
        op.sql("""
                update account set administrator = true where exists (
                  select 1 from relationship r
                  where r.tenant_id = account.tenant_id and r.object_name = 'gatehouse:main'
                    and r.relation = 'administrator' and r.user_name = 'person:' || cast(account.id as text))""");
        // The column is the truth again; what it says comes back as relationships with the next upgrade.
        op.sql("delete from relationship where object_name = 'gatehouse:main' and relation = 'administrator'"
                + " and user_name like 'person:%'");
    }
}
