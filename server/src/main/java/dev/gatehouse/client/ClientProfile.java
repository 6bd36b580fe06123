package dev.gatehouse.client;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
/// @param members what is said beyond that
public record ClientProfile(
        String name,
        AuthenticationMethod authentication,
        Set<GrantType> grants,
        SequencedSet<String> redirectUris,
        SequencedSet<String> scopes,
        SequencedSet<String> resources,
        boolean pkceRequired,
        boolean firstParty,
        ClientMembers members) {

    /// A confidential client of which nothing is known yet.
    public static final ClientProfile BLANK = new ClientProfile(
            "",
            AuthenticationMethod.CLIENT_SECRET_BASIC,
            Set.of(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            true,
            false);

    public ClientProfile {
        grants = Set.copyOf(grants);
        redirectUris = new LinkedHashSet<>(redirectUris);
        scopes = new LinkedHashSet<>(scopes);
        resources = new LinkedHashSet<>(resources);
    }

    /// A profile of which nothing is said beyond what every client has.
    public ClientProfile(
            String name,
            AuthenticationMethod authentication,
            Set<GrantType> grants,
            SequencedSet<String> redirectUris,
            SequencedSet<String> scopes,
            SequencedSet<String> resources,
            boolean pkceRequired,
            boolean firstParty) {
        this(
                name,
                authentication,
                grants,
                redirectUris,
                scopes,
                resources,
                pkceRequired,
                firstParty,
                ClientMembers.NONE);
    }

    /// @param text empty takes back what was said
    public ClientProfile with(ClientMember member, String text) {
        return with(members.with(member, text));
    }

    public ClientProfile with(ClientMembers others) {
        return new ClientProfile(
                name, authentication, grants, redirectUris, scopes, resources, pkceRequired, firstParty, others);
    }

    public ClientKeys keys() {
        return ClientKeys.of(members);
    }

    public Demands demands() {
        return Demands.of(members);
    }

    public TokenForm tokenForm() {
        return TokenForm.of(members);
    }

    /// Among which clients a person has one pairwise name; empty when that cannot be told.
    public Optional<String> sector() {
        return Sector.of(tokenForm().sectorIdentifierUri(), redirectUris);
    }

    public SignOutAddresses signOut() {
        return SignOutAddresses.of(members);
    }

    public ExchangeLeave exchange() {
        return ExchangeLeave.of(members);
    }

    public ClientLinks links() {
        return ClientLinks.of(members);
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
