package dev.gatehouse.testing;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.client.AuthenticationMethod;
import dev.gatehouse.client.ClientProfile;
import dev.gatehouse.client.GrantType;
import dev.gatehouse.session.Ticket;
import dev.gatehouse.tenant.Tenant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An application, registered as `notes`, that sends people to us.
public final class Notes {

    public static final String ID = "notes";
    public static final String REQUEST =
            "client_id=notes&redirect_uri=http%3A%2F%2F127.0.0.1%2Fback&response_type=code&scope=openid+email+notes%3Awrite";

    private Notes() {}

    public static void register(TestHouse house, boolean firstParty) {
        var profile = new ClientProfile(
                "Notes & Sketches",
                AuthenticationMethod.NONE,
                Set.of(GrantType.AUTHORIZATION_CODE),
                new LinkedHashSet<>(List.of("http://127.0.0.1/back")),
                new LinkedHashSet<>(List.of("openid", "email", "profile", "offline_access", "notes:write")),
                new LinkedHashSet<>(),
                true,
                firstParty);
        house.house().clients().register(Tenant.MAIN, Optional.of(ID), profile, Origin.COMMAND_LINE);
    }

    /// A ticket for what it asks.
    public static String ticket(TestHouse house, String more) {
        return house.house().tickets().open(Tenant.MAIN, Ticket.Purpose.AUTHORIZATION, REQUEST + more);
    }
}
