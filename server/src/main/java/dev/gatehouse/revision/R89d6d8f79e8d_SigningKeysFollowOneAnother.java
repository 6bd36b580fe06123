package dev.gatehouse.revision;

import static dev.gatehouse.migrations.Define.*;

import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import java.util.List;

/// signing keys follow one another
///
/// Created 2026-11-22T13:52:31Z.
public final class R89d6d8f79e8d_SigningKeysFollowOneAnother implements Revision {

    @Override
    public String id() {
        return "89d6d8f79e8d";
    }

    @Override
    public List<String> parents() {
        return List.of("1430646c36e5");
    }

    @Override
    public String message() {
        return "signing keys follow one another";
    }

    @Override
    public void upgrade(Operations op) {
        op.createTable(
                "notice",
                column("topic", text()).notNull(),
                column("changes", bigint()).notNull(),
                primaryKey("topic"));
        op.dropCheck("signing_key", "ck_signing_key_state");
        op.addColumn("signing_key", column("changed_at", instant()));
        op.sql("update signing_key set changed_at = created_at");
        op.alterColumn("signing_key", column("changed_at", instant()).notNull());
        op.addCheck("signing_key", check("ck_signing_key_state", "state in ('next', 'current', 'retired')"));
        op.createIndex(
                "signing_key",
                uniqueIndex("ux_signing_key_next", "tenant_id", "algorithm").where("state = 'next'"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropIndex("signing_key", "ux_signing_key_next");
        // A key that has signed nothing yet is not missed.
        op.sql("delete from signing_key where state = 'next'");
        op.dropCheck("signing_key", "ck_signing_key_state");
        op.dropColumn("signing_key", "changed_at");
        op.addCheck("signing_key", check("ck_signing_key_state", "state in ('current', 'retired')"));
        op.dropTable("notice");
    }
}
