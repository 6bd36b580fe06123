package dev.gatehouse.account;

/// Who may administer: the one place that answers, until permissions do.
public final class Administrators {

    private Administrators() {}

    /// The built-in right. Everything administrative asks here and nowhere else.
    public static boolean mayAdminister(Account account) {
        return account.isActive() && account.administrator();
    }
}
