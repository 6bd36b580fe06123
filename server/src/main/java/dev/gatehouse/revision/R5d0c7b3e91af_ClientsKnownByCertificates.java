package dev.gatehouse.revision;

import static dev.gatehouse.migrations.Define.check;

import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import java.util.List;

/// Two more ways for a client to prove itself. Whoever goes back turns such clients into ones with a secret, which they
/// do not have: none of them gets in by its name alone.
public final class R5d0c7b3e91af_ClientsKnownByCertificates implements Revision {

    private static final String CHECK = "ck_client_authentication";

    @Override
    public String id() {
        return "5d0c7b3e91af";
    }

    @Override
    public List<String> parents() {
        return List.of("ba16fd9574bf");
    }

    @Override
    public String message() {
        return "clients known by certificates";
    }

    @Override
    public void upgrade(Operations op) {
        op.dropCheck("client", CHECK);
        op.addCheck(
                "client",
                check(
                        CHECK,
                        "authentication in ('none', 'client_secret_basic', 'client_secret_post', 'client_secret_jwt',"
                                + " 'private_key_jwt', 'tls_client_auth', 'self_signed_tls_client_auth')"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropCheck("client", CHECK);
        op.sql("update client set authentication = 'client_secret_basic'"
                + " where authentication in ('tls_client_auth', 'self_signed_tls_client_auth')");
        op.addCheck(
                "client",
                check(
                        CHECK,
                        "authentication in ('none', 'client_secret_basic', 'client_secret_post', 'client_secret_jwt',"
                                + " 'private_key_jwt')"));
    }
}
