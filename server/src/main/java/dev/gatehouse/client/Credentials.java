package dev.gatehouse.client;

/// What somebody shows who claims to be a client.
public sealed interface Credentials {

    /// Who is claimed to ask.
    String clientId();

    /// Only the name: a public client, or a proof that was forgotten.
    record Name(String clientId) implements Credentials {}

    /// A secret, and where it stood.
    record Secret(String clientId, String secret, AuthenticationMethod method) implements Credentials {
        @Override
        public String toString() {
            return "Secret[" + clientId + ", secret]";
        }
    }
}
