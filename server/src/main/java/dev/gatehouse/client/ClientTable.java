package dev.gatehouse.client;

import static dev.gatehouse.mapper.ColumnType.BOOLEAN;
import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.ColumnType.text;
import static dev.gatehouse.mapper.OnDelete.RESTRICT;
import static dev.gatehouse.tenant.TenantTable.TENANT;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Mapping;
import dev.gatehouse.mapper.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Lists are texts with spaces between, as OAuth writes them: neither a URI nor a scope has a space in it.
public final class ClientTable extends Table {

    public static final ClientTable CLIENT = new ClientTable();

    public final Column<String> tenantId = notNull("tenant_id", TEXT);
    public final Column<String> id = notNull("id", TEXT);
    final Column<String> name = notNull("name", TEXT);
    final Column<AuthenticationMethod> authentication = notNull("authentication", text(AuthenticationMethod.class));
    final Column<String> grants = notNull("grants", TEXT);
    final Column<String> redirectUris = notNull("redirect_uris", TEXT);
    final Column<String> scopes = notNull("scopes", TEXT);
    final Column<String> resources = notNull("resources", TEXT);
    final Column<Boolean> pkceRequired = notNull("pkce_required", BOOLEAN);
    final Column<Boolean> firstParty = notNull("first_party", BOOLEAN);

    /// What stands here is only ever read whole, so it is one text: `name=value&…`, percent-encoded.
    final Column<String> members = nullable("members", TEXT);

    final Column<Instant> createdAt = notNull("created_at", INSTANT);
    final Column<Instant> updatedAt = notNull("updated_at", INSTANT);

    final Mapping<Client> client = Mapping.<Client>of(row -> new Client(
                    row.get(tenantId),
                    row.get(id),
                    new ClientProfile(
                            row.get(name),
                            row.get(authentication),
                            grants(row.get(grants)),
                            words(row.get(redirectUris)),
                            words(row.get(scopes)),
                            words(row.get(resources)),
                            row.get(pkceRequired),
                            row.get(firstParty),
                            row.find(members).map(ClientMembers::parse).orElse(ClientMembers.NONE)),
                    row.get(createdAt),
                    row.get(updatedAt)))
            .with(tenantId, Client::tenantId)
            .with(id, Client::id)
            .with(name, client -> client.profile().name())
            .with(authentication, client -> client.profile().authentication())
            .with(grants, client -> spelled(client.profile().grants()))
            .with(redirectUris, client -> String.join(" ", client.profile().redirectUris()))
            .with(scopes, client -> String.join(" ", client.profile().scopes()))
            .with(resources, client -> String.join(" ", client.profile().resources()))
            .with(pkceRequired, client -> client.profile().pkceRequired())
            .with(firstParty, client -> client.profile().firstParty())
            .withOptional(members, client -> client.profile().members().spelled())
            .with(createdAt, Client::createdAt)
            .with(updatedAt, Client::updatedAt);

    private ClientTable() {
        super("client");
        primaryKey(tenantId, id);
        foreignKey("fk_client_tenant", tenantId, TENANT.id, RESTRICT);
    }

    private static SequencedSet<String> words(String text) {
        return text.isEmpty() ? new LinkedHashSet<>() : new LinkedHashSet<>(Arrays.asList(text.split(" ")));
    }

    private static Set<GrantType> grants(String text) {
        return words(text).stream()
                .flatMap(word -> GrantType.named(word).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    static String spelled(Set<GrantType> grants) {
        return grants.stream().sorted().map(GrantType::wire).collect(Collectors.joining(" "));
    }
}
