package dev.gatehouse;

import dev.gatehouse.claims.Affiliations;
import dev.gatehouse.claims.PersonClaims;
import dev.gatehouse.token.AccessTokenGuard;
import dev.gatehouse.token.AccessTokens;
import dev.gatehouse.token.AuthorizationCodes;
import dev.gatehouse.token.Authorizations;
import dev.gatehouse.token.ClientRefreshTokens;
import dev.gatehouse.token.Envelopes;
import dev.gatehouse.token.ExchangedTokens;
import dev.gatehouse.token.IdTokens;
import dev.gatehouse.token.LiveTokens;
import dev.gatehouse.token.Participants;
import dev.gatehouse.token.RefreshTokens;
import dev.gatehouse.token.SignedInGuard;
import dev.gatehouse.token.TokenFamilies;

/// What we hand out, and whether it still counts.
final class Tokens {

    final AccessTokens access;
    final PersonClaims claims;
    final Envelopes envelopes;
    final IdTokens id;
    final TokenFamilies families;
    final RefreshTokens refresh;
    final ClientRefreshTokens clientRefresh;
    final LiveTokens live;
    final Authorizations authorizations;
    final AuthorizationCodes codes;
    final ExchangedTokens exchanged;
    final Participants participants;
    final AccessTokenGuard guard;
    final SignedInGuard signedInGuard;

    Tokens(Ground ground, Applications applications, Company company, Visits visits) {
        var database = ground.database;
        var audit = ground.audit;
        var clock = ground.clock;
        var clients = applications.clients;
        var subjects = applications.subjects;
        var sessions = visits.sessions;
        var lifetime = ground.settings.tokens().accessTokenLifetime();
        var affiliations = new Affiliations(company.memberships, company.heldRoles);
        claims = new PersonClaims(affiliations.inAnswers());
        access = new AccessTokens(
                ground.keys, clients, subjects, affiliations, database, ground.issuer, lifetime, clock);
        envelopes = new Envelopes(ground.keys, applications.keys);
        id = new IdTokens(
                ground.keys, clients, subjects, new PersonClaims(affiliations), envelopes, ground.issuer, clock);
        families = new TokenFamilies(database, sessions, audit, ground.notices, clock);
        refresh = new RefreshTokens(database, sessions, audit);
        clientRefresh = new ClientRefreshTokens(database, families, subjects, audit);
        live = new LiveTokens(database, clients, sessions, families, subjects, audit, ground.notices, clock);
        authorizations = new Authorizations(families, clientRefresh, access, audit);
        codes = new AuthorizationCodes(database, families, authorizations);
        exchanged = new ExchangedTokens(access, live, database, audit);
        participants = new Participants(database);
        guard = new AccessTokenGuard(access, ground.proofs);
        signedInGuard = new SignedInGuard(guard, sessions, clock);
    }
}
