package dev.gatehouse.model;

import dev.gatehouse.permissions.model.AuthorizationModel;
import java.util.Optional;

/// What questions are asked of. The same object as long as nothing changes, so that what is prepared for it
/// can be kept with it.
///
/// @param own the tenant's version; empty while it has written none
/// @param whole the tenant's own model over the one that is built in
public record AskedModel(Optional<StoredModel> own, AuthorizationModel whole) {}
