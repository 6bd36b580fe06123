package dev.gatehouse.client;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;

/// What is decided about a client when it is registered. [ClientRules] says whether it may be so.
///
/// @param name for people, as consent shows it
/// @param redirectUris where answers may go, to the letter
/// @param scopes that it may ask for
/// @param resources whose tokens it may ask for, RFC 8707; empty: only our own
/// @param pkceRequired false lets an old confidential client do without
/// @param firstParty belongs to whoever runs this server: people are not asked for consent
public record ClientProfile(
        String name,
        AuthenticationMethod authentication,
        Set<GrantType> grants,
        SequencedSet<String> redirectUris,
        SequencedSet<String> scopes,
        SequencedSet<String> resources,
        boolean pkceRequired,
        boolean firstParty) {

    public ClientProfile {
        grants = Set.copyOf(grants);
        redirectUris = new LinkedHashSet<>(redirectUris);
        scopes = new LinkedHashSet<>(scopes);
        resources = new LinkedHashSet<>(resources);
    }

    public boolean isPublic() {
        return authentication == AuthenticationMethod.NONE;
    }

    public boolean allows(GrantType grant) {
        return grants.contains(grant);
    }

    /// What is refused about it; empty: nothing.
    public List<ClientFault> faults() {
        return ClientRules.faults(this);
    }
}
