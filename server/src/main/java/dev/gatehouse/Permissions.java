package dev.gatehouse;

import dev.gatehouse.check.Questions;
import dev.gatehouse.model.Models;
import dev.gatehouse.model.ReadyModel;
import dev.gatehouse.openfga.Stores;
import dev.gatehouse.permissions.check.Limits;
import dev.gatehouse.relation.Relationships;
import dev.gatehouse.relation.Snapshots;
import dev.gatehouse.relation.Trimming;
import dev.gatehouse.right.Administrators;
import dev.gatehouse.right.Rights;

/// What may be done, and by whom: of things of which applications tell us, and of Gatehouse itself.
final class Permissions {

    final Models models;
    final Relationships relationships;
    final Trimming trimming;
    final Snapshots snapshots;
    final Questions questions;
    final Rights rights;
    final Administrators administrators;
    final Stores stores;

    Permissions(Ground ground) {
        var settings = ground.settings.permissions();
        var limits = Limits.USUAL.depth(settings.depth());
        models = new Models(ground.database, ground.audit, ground.notices, ReadyModel::of);
        relationships = new Relationships(
                ground.database,
                ground.audit,
                (tx, tenantId) -> models.current(tx, tenantId).whole());
        relationships.hear(ground.announcements);
        trimming = new Trimming(ground.database, settings.changesKept());
        snapshots = new Snapshots(ground.database, relationships, settings.memoryBytes());
        questions = new Questions(models, snapshots, limits, settings.time());
        rights = new Rights(snapshots, limits);
        administrators = new Administrators(relationships);
        stores = new Stores(ground.database, ground.audit, ground.notices, models, relationships, ground.clock);
    }
}
