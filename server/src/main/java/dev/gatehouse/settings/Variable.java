package dev.gatehouse.settings;

import java.util.Optional;

/// Every variable that we read. `.env.example` and the guide are compared with this list by a test.
public enum Variable {
    DB_HOST("localhost", "Host of the PostgreSQL server; several as `a,b`, the primary is found."),
    DB_PORT("5432", "Port of the PostgreSQL server."),
    DB_USER(null, "User at the PostgreSQL server."),
    DB_PASS(null, "Password of that user; leave it out where the server asks for none."),
    DB_NAME(null, "Database at the PostgreSQL server."),
    DATA_DIR("data", "Folder of the embedded database, its copies and the secret key made for it."),
    JWT_SECRET_KEY(null, "The secret behind every other: signs tokens (HS*) or seals the keys that do."),
    JWT_ALGORITHM("ES256", "Algorithm of access tokens: HS256/384/512, RS256/384/512, PS256, ES256/384, EdDSA."),
    ACCESS_TOKEN_EXPIRE_MINUTES("15", "How many minutes an access token is good for."),
    KEY_ROTATION_DAYS("90", "After how many days another key signs; 0: only `./gatehouse key rotate` changes it."),
    DPOP_NONCE("offered", "Whether a DPoP proof must hold a nonce of ours: `offered` or `required`."),
    HOST("127.0.0.1", "Address to listen on; `0.0.0.0` for all of IPv4."),
    PORT("8080", "Port to listen on; 0 takes a free one."),
    PUBLIC_URL(null, "Where people and programs reach this server; the issuer of its tokens."),
    TRUSTED_PROXIES("", "Networks whose `Forwarded` and `X-Forwarded-For` are believed, as `10.0.0.0/8,::1`."),
    TLS_CERTIFICATE(null, "File with our own certificate and those above it (PEM): the server then speaks TLS itself."),
    TLS_KEY(null, "File with the key of that certificate (PEM, without a passphrase)."),
    CLIENT_CERTIFICATE_PORT(null, "Port where callers are asked for a certificate; may be that of PORT."),
    CLIENT_CERTIFICATE_HEADER(null, "Header in which trusted proxies write a caller's certificate, as `Client-Cert`."),
    CLIENT_CERTIFICATE_CA(null, "File with the issuers (PEM) whose certificates count for `tls_client_auth`."),
    OUTBOUND_PRIVATE_ADDRESSES(
            "refused", "Whether clients' own addresses may be private ones when we call them: `refused` or `allowed`."),
    TRUST_CERTIFICATES("", "Files of certificates (PEM) that are trusted, besides Java's, when we call others."),
    REGISTRATION("open", "Who may register an account: `open`, `invite` or `closed`."),
    CLIENT_REGISTRATION("off", "Which applications may register themselves: `off`, `token` or `open`."),
    PKCE_REQUIRED("all", "Which clients need PKCE: `all`, or only `public` ones because of old programs."),
    PASSWORD_MIN_LENGTH("15", "Least number of characters of a password; 8 to 64."),
    PASSWORD_COST("m=19456,t=2,p=1", "Cost of an Argon2id hash: memory in KiB, passes, lanes."),
    PERMISSIONS_MEMORY(
            null, "Memory for relationships, as `512MB` or `2GB`; what does not fit the database answers; 0: none."),
    PERMISSIONS_DEPTH("25", "How many relations may stand one behind the other between a thing and a user."),
    PERMISSIONS_SECONDS("10", "How many seconds one request may think about who may do what."),
    PERMISSIONS_CHANGES_DAYS(
            "30", "How many days changes of relationships are kept for those who follow them; 0: for ever."),
    LOG_FORMAT("text", "How the log is written: `text` or `json`.");

    private final Optional<String> standard;
    private final String meaning;

    Variable(String standard, String meaning) {
        this.standard = Optional.ofNullable(standard);
        this.meaning = meaning;
    }

    /// What holds when it is not given; empty when something else decides.
    public Optional<String> standard() {
        return standard;
    }

    /// One line for people.
    public String meaning() {
        return meaning;
    }

    boolean isSecret() {
        return this == JWT_SECRET_KEY || this == DB_PASS;
    }
}
