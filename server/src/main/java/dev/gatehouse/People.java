package dev.gatehouse;

import dev.gatehouse.account.Accounts;
import dev.gatehouse.account.Credentials;
import dev.gatehouse.account.Farewells;
import dev.gatehouse.account.PasswordPolicy;
import dev.gatehouse.account.Registrar;
import dev.gatehouse.account.Throttle;
import dev.gatehouse.secret.Passwords;

/// Who there is, and how somebody proves to be one of them.
final class People {

    final Passwords passwords;
    final Credentials credentials;
    final Registrar registrar;
    final Farewells farewells;
    final Accounts accounts;
    final Throttle throttle;

    People(Ground ground, Permissions permissions) {
        var settings = ground.settings.people();
        passwords = new Passwords(settings.passwordCost(), ground.master);
        var policy = new PasswordPolicy(settings.passwordMinLength());
        credentials = new Credentials(passwords, policy);
        registrar = new Registrar(
                ground.database, passwords, policy, settings.registration(), permissions.administrators, ground.audit);
        farewells = new Farewells();
        accounts = new Accounts(
                ground.database,
                ground.audit,
                ground.notices,
                farewells,
                permissions.administrators,
                permissions.relationships);
        throttle = new Throttle();
    }
}
