package dev.gatehouse;

import dev.gatehouse.model.Models;
import dev.gatehouse.permissions.model.AuthorizationModel;

/// Who may do what: by which model it is judged.
final class Permissions {

    final Models models;

    Permissions(Ground ground) {
        models = new Models(ground.database, ground.audit, ground.notices, _ -> AuthorizationModel.EMPTY);
    }
}
