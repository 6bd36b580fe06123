package dev.gatehouse.model;

import dev.gatehouse.permissions.model.AuthorizationModel;

/// A model that was judged and found good, ready to be stored: printing it is not for a transaction.
public record JudgedModel(AuthorizationModel model, String json) {

    static JudgedModel of(AuthorizationModel model) {
        return new JudgedModel(model, ModelJson.write(model));
    }
}
