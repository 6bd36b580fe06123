package dev.gatehouse.testing;

/// Somebody with an account.
///
/// @param caller from where the person calls, without a token
public record Person(Caller caller, String id, String email, String password) {

    public static final String PASSWORD = "nine herons over a frozen lake";

    public Reply signIn() {
        return caller.signIn(email, password);
    }

    public Tokens tokens() {
        return signIn().tokens();
    }

    /// The same caller, with a new session.
    public Caller signedIn() {
        return caller.with(tokens().access());
    }

    /// Ends all sessions that the person has had until now, in the list of them.
    public void endSessions() {
        var me = signedIn();
        for (var session : me.get("/v1/me/sessions").json().at("/sessions"))
            if (!session.at("/current").asBoolean())
                me.delete("/v1/me/sessions/" + session.at("/id").asText());
    }
}
