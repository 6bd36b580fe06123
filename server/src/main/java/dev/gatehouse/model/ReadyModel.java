package dev.gatehouse.model;

import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.model.ModelReading;
import dev.gatehouse.permissions.model.ModelText;
import dev.gatehouse.tenant.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The model that is there before anybody writes one: people, applications, groups, roles, and the rights to
/// Gatehouse itself. A tenant's own model stands over it: what that does not define is as it is here.
public final class ReadyModel {

    /// As `ready.fga` has it. Gatehouse's own rights are always asked of this one, whatever a tenant writes.
    public static final AuthorizationModel MODEL = read();

    /// What rights to this server are rights to. A definition of one's own would decide nothing, and keep rights from
    /// being given.
    static final String GATEHOUSE = "gatehouse";

    private ReadyModel() {}

    /// What a tenant has beneath its own model. Only [Tenant#MAIN] has people; the others are what programs make of
    /// them.
    public static AuthorizationModel of(String tenantId) {
        return tenantId.equals(Tenant.MAIN) ? MODEL : AuthorizationModel.EMPTY;
    }

    private static AuthorizationModel read() {
        return switch (ModelText.read(text())) {
            case ModelReading.Read(var model) -> model;
            case ModelReading.Refused(var faults) ->
                throw new IllegalStateException("ready.fga is no model: " + faults);
        };
    }

    private static String text() {
        try (var file = ReadyModel.class.getResourceAsStream("ready.fga")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
