package dev.gatehouse.testing;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.client.AuthenticationMethod;
import dev.gatehouse.client.ClientProfile;
import dev.gatehouse.client.GrantType;
import dev.gatehouse.tenant.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A device without a keyboard, registered as `television`.
public final class Television {

    public static final String ID = "television";

    private Television() {}

    public static void register(TestHouse house) {
        var profile = new ClientProfile(
                "Heron TV",
                AuthenticationMethod.NONE,
                Set.of(GrantType.DEVICE_CODE, GrantType.REFRESH_TOKEN),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(List.of("openid", "profile", "email", "offline_access")),
                new LinkedHashSet<>(),
                true,
                false);
        house.house().clients().register(Tenant.MAIN, Optional.of(ID), profile, Origin.COMMAND_LINE);
    }

    /// @return the code that it shows from now on
    public static String begin(TestHouse house) {
        var request = HttpRequest.newBuilder(house.url("/oauth2/device_authorization"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("client_id=" + ID + "&scope=openid+profile+offline_access"))
                .build();
        try {
            return new Reply(house.http().send(request, BodyHandlers.ofString())).text("/user_code");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }
}
