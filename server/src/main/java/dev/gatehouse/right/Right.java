package dev.gatehouse.right;

import java.util.Locale;

/// What somebody may do with Gatehouse itself: relations of the type `gatehouse` of the ready model.
public enum Right {

    /// To see, change, disable and remove accounts, and to invite.
    ADMINISTER_ACCOUNTS,

    /// To register, change and remove applications.
    ADMINISTER_CLIENTS,

    /// To write models and relationships, groups and roles. Whoever may do this can give himself any other right.
    ADMINISTER_PERMISSIONS,

    /// To ask what somebody may do.
    ASK,

    /// To read who did what.
    READ_AUDIT;

    /// The whole of this server: what its rights are rights to.
    static final String GATEHOUSE = "gatehouse:main";

    /// Whoever has this relation has all rights.
    static final String ADMINISTRATOR = "administrator";

    /// One tenant's part of this server.
    static String gatehouse(String tenantId) {
        return "gatehouse:" + tenantId;
    }

    /// What to tell whoever lacks it.
    public String missing() {
        return "This needs the right `" + relation() + "`, which the relationship " + GATEHOUSE + "#" + relation()
                + "@USER gives; an administrator writes it.";
    }

    /// Asked at every door, so not made anew.
    private final String relation = name().toLowerCase(Locale.ROOT).intern();

    /// Its name as a relation.
    String relation() {
        return relation;
    }
}
