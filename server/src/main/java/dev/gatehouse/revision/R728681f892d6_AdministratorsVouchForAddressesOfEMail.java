package dev.gatehouse.revision;

import static dev.gatehouse.migrations.Define.*;

import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import java.util.List;

/// administrators vouch for addresses of e-mail
///
/// Created 2026-11-22T17:32:52Z.
///
/// Going back takes data away: account.email_verified.
public final class R728681f892d6_AdministratorsVouchForAddressesOfEMail implements Revision {

    @Override
    public String id() {
        return "728681f892d6";
    }

    @Override
    public List<String> parents() {
        return List.of("5d0c7b3e91af");
    }

    @Override
    public String message() {
        return "administrators vouch for addresses of e-mail";
    }

    @Override
    public void upgrade(Operations op) {
        op.addColumn("account", column("email_verified", bool()).notNull().defaultTo("false"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("account", "email_verified");
    }
}
