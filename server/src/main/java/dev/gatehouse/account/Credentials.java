package dev.gatehouse.account;

import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.secret.Hashing;
import dev.gatehouse.secret.Passwords;
import dev.gatehouse.secret.Verification;
import java.util.List;
import java.util.Optional;

/// Authentication by password: is it the one whose hash we keep?
public final class Credentials {

    private final AccountStore accounts = new AccountStore();
    private final CredentialStore store = new CredentialStore();
    private final Passwords passwords;
    private final PasswordPolicy policy;

    public Credentials(Passwords passwords, PasswordPolicy policy) {
        this.passwords = passwords;
        this.policy = policy;
    }

    public Optional<Credential> findByEmail(ReadTx tx, String tenantId, String email) {
        return accounts.findByEmail(tx, tenantId, email).flatMap(account -> find(tx, account));
    }

    public Optional<Credential> find(ReadTx tx, Account account) {
        return store.find(tx, account);
    }

    /// Compares, outside of any transaction: it takes tens of milliseconds. Nobody's password takes as long as
    /// somebody's.
    public Verification verify(Optional<Credential> credential, String password) {
        return credential
                .map(known -> passwords.verify(known.hash(), password))
                .orElseGet(() -> passwords.verifyNobody(password));
    }

    public Hashing hash(String password) {
        return passwords.hash(password);
    }

    /// @return every reason why this person may not choose this password
    public List<PasswordPolicy.Objection> judge(Account account, String password) {
        return policy.judge(password, PasswordPolicy.contextOf(account.email(), account.name()));
    }

    /// Keeps the hash of a new password in place of the one that was given.
    ///
    /// @return false when somebody else changed it since `current` was read
    public boolean change(Tx tx, Credential current, String hash) {
        return store.change(tx, current, hash);
    }

    /// Keeps the same password under today's cost, unless it was changed since `outdated` was read.
    public void rehash(Tx tx, Credential outdated, String hash) {
        store.rehash(tx, outdated, hash);
    }
}
