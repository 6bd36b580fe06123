/// People and their credentials: who has an account, how a password is judged and kept, and how guessing is
/// slowed down.
///
/// An account is `ACTIVE` or `DISABLED`; a disabled one can be enabled again, a deleted one is gone with all that
/// was its own. A person's e-mail address is unique in the tenant, whatever its case.
///
/// Open first: `Account` (the thing), `Accounts` (the rules), `AccountStore` and `AccountTable` (the cellar);
/// `AccountEndpoint` and `MeEndpoint` are the street doors. Passwords: `PasswordPolicy`, `Passwords`; guessing:
/// `Throttle`.
package dev.gatehouse.account;
