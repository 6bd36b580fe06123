package dev.gatehouse;

import dev.gatehouse.account.Account;
import dev.gatehouse.account.AccountEndpoint;
import dev.gatehouse.account.Accounts;
import dev.gatehouse.account.Credentials;
import dev.gatehouse.account.Farewells;
import dev.gatehouse.account.MeEndpoint;
import dev.gatehouse.account.PasswordPolicy;
import dev.gatehouse.account.Registrar;
import dev.gatehouse.account.RegistrationEndpoint;
import dev.gatehouse.account.Throttle;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.LoneRecords;
import dev.gatehouse.authorize.AuthorizationEndpoint;
import dev.gatehouse.authorize.PushedRequestEndpoint;
import dev.gatehouse.authorize.PushedRequests;
import dev.gatehouse.authorize.RequestObjects;
import dev.gatehouse.authorize.RequestReader;
import dev.gatehouse.authorize.SignedResponses;
import dev.gatehouse.claims.Subjects;
import dev.gatehouse.client.CertificateIssuers;
import dev.gatehouse.client.ClientAssertions;
import dev.gatehouse.client.ClientAuthenticator;
import dev.gatehouse.client.ClientCertificates;
import dev.gatehouse.client.ClientEndpoint;
import dev.gatehouse.client.ClientGuard;
import dev.gatehouse.client.ClientKeySet;
import dev.gatehouse.client.Clients;
import dev.gatehouse.client.RefusalRecords;
import dev.gatehouse.consent.ConsentEndpoint;
import dev.gatehouse.consent.ConsentPages;
import dev.gatehouse.consent.Consents;
import dev.gatehouse.device.DeviceAuthorizationEndpoint;
import dev.gatehouse.device.DeviceCodes;
import dev.gatehouse.device.DevicePages;
import dev.gatehouse.discovery.CallerCertificates;
import dev.gatehouse.discovery.JwkSetEndpoint;
import dev.gatehouse.discovery.MetadataEndpoint;
import dev.gatehouse.dpop.DpopGuard;
import dev.gatehouse.dpop.DpopProofs;
import dev.gatehouse.grant.TokenEndpoint;
import dev.gatehouse.key.KeyRotation;
import dev.gatehouse.key.SigningKeys;
import dev.gatehouse.logout.LogoutEndpoint;
import dev.gatehouse.logout.Logouts;
import dev.gatehouse.logout.SignOut;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.DatabaseBusy;
import dev.gatehouse.mapper.DatabaseDown;
import dev.gatehouse.notice.Notices;
import dev.gatehouse.outbound.Outbound;
import dev.gatehouse.page.Errands;
import dev.gatehouse.page.IconEndpoint;
import dev.gatehouse.page.Pages;
import dev.gatehouse.page.StepPages;
import dev.gatehouse.registration.ClientRegistrationEndpoint;
import dev.gatehouse.registration.ClientRegistrationMode;
import dev.gatehouse.registration.ClientRegistrations;
import dev.gatehouse.replay.Replays;
import dev.gatehouse.secret.KeyedDigest;
import dev.gatehouse.secret.Passwords;
import dev.gatehouse.session.BrowserCookie;
import dev.gatehouse.session.BrowserSessions;
import dev.gatehouse.session.SessionEndpoint;
import dev.gatehouse.session.Sessions;
import dev.gatehouse.session.Standing;
import dev.gatehouse.session.Tickets;
import dev.gatehouse.settings.Settings;
import dev.gatehouse.signin.ChoosePages;
import dev.gatehouse.signin.PasswordChanger;
import dev.gatehouse.signin.PasswordEndpoint;
import dev.gatehouse.signin.PasswordSignIn;
import dev.gatehouse.signin.RegisterPages;
import dev.gatehouse.signin.SignInEndpoint;
import dev.gatehouse.signin.SignInPages;
import dev.gatehouse.tenant.TenantStore;
import dev.gatehouse.token.AccessTokenGuard;
import dev.gatehouse.token.AccessTokens;
import dev.gatehouse.token.AuthorizationCodes;
import dev.gatehouse.token.Authorizations;
import dev.gatehouse.token.ClientKeyMissing;
import dev.gatehouse.token.ClientRefreshTokens;
import dev.gatehouse.token.Envelopes;
import dev.gatehouse.token.ExchangedTokens;
import dev.gatehouse.token.IdTokens;
import dev.gatehouse.token.IntrospectionEndpoint;
import dev.gatehouse.token.LiveTokens;
import dev.gatehouse.token.Participants;
import dev.gatehouse.token.RefreshTokens;
import dev.gatehouse.token.RevocationEndpoint;
import dev.gatehouse.token.SignedInGuard;
import dev.gatehouse.token.TokenFamilies;
import dev.gatehouse.token.Userinfo;
import dev.gatehouse.token.UserinfoEndpoint;
import dev.gatehouse.web.Admission;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.ProblemType;
import dev.gatehouse.web.Refusal;
import dev.gatehouse.web.Server;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;

/// Builds every room once, in floor order, and opens the doors. This is the architecture, written out.
public final class House implements AutoCloseable {

    private static final ProblemType DATABASE_BUSY =
            ProblemType.unavailable("database-busy", "The database has too much to do");
    private static final ProblemType DATABASE_DOWN =
            ProblemType.unavailable("database-down", "The database cannot be reached");

    private static final ProblemType CLIENT_KEY_MISSING =
            ProblemType.unavailable("client-key-missing", "The client's key for encryption cannot be had");

    private final Settings settings;
    private final InstantSource clock;
    private final Database database;
    private final Outbound outbound;
    private final AuditLog audit;
    private final LoneRecords records;
    private final Notices notices;
    private final Replays replays;
    private final SigningKeys keys;
    private final KeyRotation keyRotation;
    private final Passwords passwords;
    private final Registrar registrar;
    private final Accounts accounts;
    private final Sessions sessions;
    private final BrowserSessions browserSessions;
    private final Tickets tickets;
    private final RefreshTokens refreshTokens;
    private final AccessTokens accessTokens;
    private final IdTokens idTokens;
    private final Subjects subjects;
    private final Envelopes envelopes;
    private final LiveTokens liveTokens;
    private final TokenFamilies families;
    private final ClientRefreshTokens clientRefreshTokens;
    private final Authorizations authorizations;
    private final AuthorizationCodes codes;
    private final Clients clients;
    private final ClientKeySet clientKeys;
    private final ClientGuard clientGuard;
    private final ClientRegistrations registrations;
    private final Consents consents;
    private final DeviceCodes deviceCodes;
    private final Participants participants;
    private final Logouts logouts;
    private final PushedRequests pushedRequests;
    private final PasswordSignIn signIn;
    private final PasswordChanger passwordChanger;
    private final DpopGuard dpop;
    private final AccessTokenGuard tokenGuard;
    private final SignedInGuard guard;
    private final Housekeeping housekeeping;

    /// @param database at the head of our revisions; whoever opened it closes it, after the house
    public House(Settings settings, Database database, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.database = database;
        var master = settings.master();
        outbound = new Outbound(settings.privateAddresses(), settings.trustedCertificates());
        audit = AuditLog.of(master);
        records = new LoneRecords(database, audit);
        database.run(new TenantStore()::ensureMain);
        notices = new Notices(database);
        replays = new Replays(database);
        keys = SigningKeys.load(database, master, settings.algorithm(), audit, notices);
        keyRotation = new KeyRotation(
                database, keys, audit, notices, clock, settings.keyRotation(), settings.accessTokenLifetime());

        passwords = new Passwords(settings.passwordCost(), master);
        var policy = new PasswordPolicy(settings.passwordMinLength());
        var credentials = new Credentials(passwords, policy);
        registrar = new Registrar(database, passwords, policy, settings.registration(), audit);
        var farewells = new Farewells();
        accounts = new Accounts(database, audit, notices, farewells);

        sessions = new Sessions(database, audit, notices, farewells, clock);
        refreshTokens = new RefreshTokens(database, sessions, audit);
        browserSessions = new BrowserSessions(database, sessions);
        tickets = new Tickets(database);
        clients = new Clients(database, audit, notices, master, keys, outbound);
        clientKeys = new ClientKeySet(outbound, clock);
        var certificates = new ClientCertificates(
                new CertificateIssuers(settings.transport().certificateIssuers()), clientKeys, clock);
        subjects = new Subjects(master);
        envelopes = new Envelopes(keys, clientKeys);
        accessTokens = new AccessTokens(
                keys, clients, subjects, database, settings.issuer(), settings.accessTokenLifetime(), clock);
        idTokens = new IdTokens(keys, clients, subjects, envelopes, settings.issuer(), clock);
        families = new TokenFamilies(database, sessions, audit, notices, clock);
        clientRefreshTokens = new ClientRefreshTokens(database, families, subjects, audit);
        liveTokens = new LiveTokens(database, clients, sessions, families, subjects, audit, notices, clock);
        authorizations = new Authorizations(families, clientRefreshTokens, accessTokens, audit);
        codes = new AuthorizationCodes(database, families, authorizations);
        var assertions = new ClientAssertions(clientKeys, master, replays, settings.issuer(), clock);
        clientGuard = new ClientGuard(
                new ClientAuthenticator(clients, assertions, certificates), new RefusalRecords(records, clock));
        var proofs = new DpopProofs(replays, master, settings.dpopNonce(), clock);
        dpop = new DpopGuard(proofs);
        tokenGuard = new AccessTokenGuard(accessTokens, proofs);
        guard = new SignedInGuard(tokenGuard, sessions, clock);
        registrations = new ClientRegistrations(database, clients, audit, settings.clientRegistration());
        consents = new Consents(database, families, farewells, audit);
        participants = new Participants(database);
        logouts = new Logouts(
                database, participants, farewells, clients, keys, subjects, outbound, audit, settings.issuer(), clock);
        pushedRequests = new PushedRequests(database);
        deviceCodes = new DeviceCodes(
                database, authorizations, consents, KeyedDigest.under(master, "user codes of devices"), audit);
        var throttle = new Throttle();
        signIn = new PasswordSignIn(database, credentials, throttle, sessions, browserSessions, refreshTokens, audit);
        passwordChanger = new PasswordChanger(database, accounts, credentials, throttle, sessions, audit);
        housekeeping = new Housekeeping(
                database,
                List.of(
                        sessions::sweep,
                        tickets::sweep,
                        pushedRequests::sweep,
                        families::sweep,
                        deviceCodes::sweep,
                        accessTokens::sweep,
                        liveTokens::sweep,
                        throttle::sweep,
                        replays::sweep,
                        registrar::sweep,
                        registrations::sweep,
                        keyRotation::sweep),
                List.of(keyRotation::rotateIfDue));
    }

    /// Opens the doors; from here on callers come in.
    ///
    /// @throws dev.gatehouse.web.CannotListen when host or port cannot be had
    public Server open() {
        var signedIn = guard.signedIn();
        var administrator = person(guard.administrator());
        var address = URI.create(settings.issuer());
        var browser = BrowserCookie.at(address, browserSessions);
        var pages = new Pages(settings.master().derive("form tokens"), address);
        var errands = new Errands(tickets, clients);
        var steps = new StepPages(errands, browser, pages);
        var requests = new RequestReader(
                clients,
                idTokens,
                pushedRequests,
                new RequestObjects(clientKeys, settings.issuer(), clock),
                settings.pkceOfAll());
        var plan = Server.builder()
                .describe("Gatehouse", Version.NUMBER, "Who are you, and what may you do?")
                .host(settings.host())
                .port(settings.port())
                .trustedProxies(settings.trustedProxies())
                .assets(pages.assets())
                .errorPages(pages.errors())
                .fault(DatabaseBusy.class, _ -> busy())
                .fault(DatabaseDown.class, _ -> down())
                .fault(ClientKeyMissing.class, _ -> keyMissing())
                .ready("database", () -> database.read(new TenantStore()::hasMain));
        settings.publicUrl().ifPresent(plan::publicUrl);
        if (letsRegister()) plan.mount(new ClientRegistrationEndpoint(registrations, settings.issuer())::mount);
        settings.transport().tls().ifPresent(plan::tls);
        settings.transport().certificatePort().ifPresent(plan::certificatePort);
        settings.transport().certificateHeader().ifPresent(plan::certificateHeader);
        housekeeping.start();
        notices.start();
        logouts.start();
        return plan.mount(new RegistrationEndpoint(registrar, administrator)::mount)
                .mount(new SignInEndpoint(signIn, dpop, refreshTokens, accessTokens, sessions, signedIn)::mount)
                .mount(new MeEndpoint(accounts, person(signedIn), person(guard.freshlySignedIn()))::mount)
                .mount(new PasswordEndpoint(passwordChanger, signedIn)::mount)
                .mount(new SessionEndpoint(sessions, signedIn)::mount)
                .mount(new SignInPages(signIn, registrar, browser, errands, pages)::mount)
                .mount(
                        new RegisterPages(registrar, signIn, settings.passwordMinLength(), browser, errands, pages)
                                ::mount)
                .mount(new ChoosePages(steps)::mount)
                .mount(logoutEndpoint(browser, pages)::mount)
                .mount(new ConsentPages(consents, steps)::mount)
                .mount(new ConsentEndpoint(consents, clients, person(signedIn))::mount)
                .mount(new AccountEndpoint(accounts, administrator)::mount)
                .mount(new ClientEndpoint(clients, administrator)::mount)
                .mount(new AuthorizationEndpoint(
                        requests,
                        pushedRequests,
                        new SignedResponses(keys, settings.issuer(), clock),
                        codes,
                        browser,
                        tickets,
                        consents,
                        subjects,
                        pages,
                        database,
                        settings.issuer(),
                        clock)::mount)
                .mount(new PushedRequestEndpoint(clientGuard, dpop, requests, pushedRequests)::mount)
                .mount(new DeviceAuthorizationEndpoint(clientGuard, deviceCodes, settings.issuer())::mount)
                .mount(new DevicePages(deviceCodes, clients, browser, tickets, errands, pages)::mount)
                .mount(tokenEndpoint()::mount)
                .mount(new UserinfoEndpoint(
                        tokenGuard, dpop, liveTokens, new Userinfo(subjects, envelopes, settings.issuer()))::mount)
                .mount(
                        new IntrospectionEndpoint(
                                clientGuard,
                                accessTokens,
                                liveTokens,
                                clientRefreshTokens,
                                keys,
                                settings.issuer(),
                                clock)::mount)
                .mount(new RevocationEndpoint(clientGuard, accessTokens, liveTokens, clientRefreshTokens)::mount)
                .mount(new MetadataEndpoint(settings.issuer(), keys, letsRegister(), callerCertificates())::mount)
                .mount(new JwkSetEndpoint(keys)::mount)
                .mount(new IconEndpoint(pages)::mount)
                .start();
    }

    private LogoutEndpoint logoutEndpoint(BrowserCookie browser, Pages pages) {
        var signOut = new SignOut(sessions, participants, clients, settings.issuer());
        return new LogoutEndpoint(clients, idTokens, signOut, browser, tickets, pages);
    }

    private boolean letsRegister() {
        return settings.clientRegistration() != ClientRegistrationMode.OFF;
    }

    private CallerCertificates callerCertificates() {
        var transport = settings.transport();
        var isAnotherPort = transport.certificatePort().isPresent()
                && transport.certificatePort().getAsInt() != settings.port();
        return new CallerCertificates(
                transport.takesCertificates(),
                !transport.certificateIssuers().isEmpty(),
                isAnotherPort ? transport.certificatePort() : OptionalInt.empty());
    }

    private TokenEndpoint tokenEndpoint() {
        return new TokenEndpoint(
                clientGuard,
                dpop,
                accessTokens,
                idTokens,
                codes,
                deviceCodes,
                clientRefreshTokens,
                new ExchangedTokens(accessTokens, liveTokens, database, audit),
                records);
    }

    /// Makes accounts, also without HTTP.
    public Registrar registrar() {
        return registrar;
    }

    public AuditLog audit() {
        return audit;
    }

    public Clients clients() {
        return clients;
    }

    /// Lets applications register themselves.
    public ClientRegistrations registrations() {
        return registrations;
    }

    public Consents consents() {
        return consents;
    }

    /// Keeps requests while their people are on the pages.
    public Tickets tickets() {
        return tickets;
    }

    public SigningKeys keys() {
        return keys;
    }

    /// Rotates and revokes signing keys.
    public KeyRotation keyRotation() {
        return keyRotation;
    }

    /// Ends what the rooms run in the background. Stop the server first.
    @Override
    public void close() {
        logouts.close();
        notices.close();
        housekeeping.close();
        passwords.close();
    }

    private static Guard<Account> person(Guard<Standing> guard) {
        return guard.then(standing -> Admission.admitted(standing.account()));
    }

    private static Refusal busy() {
        return Refusal.of(DATABASE_BUSY, "Nothing was done; try again shortly.").retryAfter(Duration.ofSeconds(1));
    }

    private static Refusal keyMissing() {
        return Refusal.of(CLIENT_KEY_MISSING, "Publish a key for this at jwks_uri, and ask again.")
                .retryAfter(Duration.ofSeconds(10));
    }

    private static Refusal down() {
        return Refusal.of(DATABASE_DOWN, "Nothing is known to have been done; try again shortly.")
                .retryAfter(Duration.ofSeconds(5));
    }
}
