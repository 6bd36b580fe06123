package dev.gatehouse.revision;

import static dev.gatehouse.migrations.Define.*;

import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import java.util.List;

/// secrets of clients that sign with them
///
/// Created 2026-11-22T16:59:40Z.
///
/// Going back takes data away: client_secret.sealed. Clients that sign become clients with a secret, whatever they
/// have.
public final class R3c91e07ab5d4_SecretsOfClientsThatSignWithThem implements Revision {

    @Override
    public String id() {
        return "3c91e07ab5d4";
    }

    @Override
    public List<String> parents() {
        return List.of("dee11be5e92f");
    }

    @Override
    public String message() {
        return "secrets of clients that sign with them";
    }

    @Override
    public void upgrade(Operations op) {
        op.addColumn("client_secret", column("sealed", text()));
        op.dropCheck("client", "ck_client_authentication");
        op.addCheck(
                "client",
                check(
                        "ck_client_authentication",
                        "authentication in ('none', 'client_secret_basic', 'client_secret_post', 'client_secret_jwt',"
                                + " 'private_key_jwt')"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropCheck("client", "ck_client_authentication");
        op.sql("update client set authentication = 'client_secret_basic'"
                + " where authentication in ('client_secret_jwt', 'private_key_jwt')");
        op.addCheck(
                "client",
                check(
                        "ck_client_authentication",
                        "authentication in ('none', 'client_secret_basic', 'client_secret_post')"));
        op.dropColumn("client_secret", "sealed");
    }
}
