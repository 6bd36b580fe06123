package dev.gatehouse.revision;

import dev.gatehouse.migrations.Revision;
import java.util.List;

/// Every revision, oldest first. The verb `revision` keeps this list; it is not edited by hand.
public final class Revisions {

    private Revisions() {}

    public static List<Revision> all() {
        return List.of(
                new Rcc3a07d4b296_AccountsSessionsKeysAndRecords(),
                new R1430646c36e5_FindPeopleByName(),
                new R89d6d8f79e8d_SigningKeysFollowOneAnother(),
                new R28297767e941_RegisteredApplications(),
                new R548f5f398e6f_BrowserSessionsTicketsAndConsents(),
                new R2050f67c53f1_WhatClientsAreGivenOnBehalfOfPeople(),
                new Rfa1cc908689f_WhatElseIsSaidOfApplications(),
                new R7b419d7809aa_WhatMayBeShownOnlyOnce(),
                new R7ef20f895818_TokensBoundToKeys(),
                new Rdee11be5e92f_RequestsThatClientsPushedBeforehand(),
                new R3c91e07ab5d4_SecretsOfClientsThatSignWithThem(),
                new R76b2bd3b5b53_ApplicationsThatRegisterThemselves(),
                new R452f226b0261_SessionsOfProgramsBoundToKeys(),
                new R606f15b86c92_OpaqueAndRevokedAccessTokens(),
                new Rba16fd9574bf_ClientsHearOfTheEndOfASession(),
                new R5d0c7b3e91af_ClientsKnownByCertificates(),
                new R728681f892d6_AdministratorsVouchForAddressesOfEMail(),
                new R3331299a3fc9_DevicesThatWaitForTheirPerson(),
                new R9c41d0e7b52a_TokensMadeOfOtherTokens(),
                new Ra19042e590e2_ApplicationsMayInvite(),
                new R36b3f2874fd5_RelationshipsAndTheirChanges(),
                new Rb524f324daaa_VersionsOfAuthorizationModels(),
                new R15e9f7010788_GroupsAndRoles(),
                new Rbd2cced789a6_AdministratorsByRelationship(),
                new Rf3696396378b_StoresThatComeAndGo(),
                new R2e353e0187bf_ChangesOfRelationshipsThatAreNoLonger(),
                new R7c2be41f9d36_HowManyRelationshipsOfEachKind());
    }
}
