package dev.gatehouse.openfga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.permissions.model.ModelReading;
import dev.gatehouse.permissions.model.ModelText;
import dev.gatehouse.permissions.model.ModelTree;
import dev.gatehouse.testing.Application;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.TestHouse;
import dev.openfga.sdk.api.client.ClientAssertion;
import dev.openfga.sdk.api.client.OpenFgaClient;
import dev.openfga.sdk.api.client.model.ClientBatchCheckItem;
import dev.openfga.sdk.api.client.model.ClientBatchCheckRequest;
import dev.openfga.sdk.api.client.model.ClientCheckRequest;
import dev.openfga.sdk.api.client.model.ClientExpandRequest;
import dev.openfga.sdk.api.client.model.ClientListObjectsRequest;
import dev.openfga.sdk.api.client.model.ClientListRelationsRequest;
import dev.openfga.sdk.api.client.model.ClientListUsersRequest;
import dev.openfga.sdk.api.client.model.ClientReadChangesRequest;
import dev.openfga.sdk.api.client.model.ClientReadRequest;
import dev.openfga.sdk.api.client.model.ClientTupleKey;
import dev.openfga.sdk.api.client.model.ClientTupleKeyWithoutCondition;
import dev.openfga.sdk.api.client.model.ClientWriteRequest;
import dev.openfga.sdk.api.configuration.ApiToken;
import dev.openfga.sdk.api.configuration.ClientConfiguration;
import dev.openfga.sdk.api.configuration.ClientCredentials;
import dev.openfga.sdk.api.configuration.ClientWriteOptions;
import dev.openfga.sdk.api.configuration.Credentials;
import dev.openfga.sdk.api.model.CreateStoreRequest;
import dev.openfga.sdk.api.model.FgaObject;
import dev.openfga.sdk.api.model.UserTypeFilter;
import dev.openfga.sdk.api.model.WriteAuthorizationModelRequest;
import dev.openfga.sdk.errors.FgaApiAuthenticationError;
import dev.openfga.sdk.errors.FgaApiNotFoundError;
import dev.openfga.sdk.errors.FgaApiValidationError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A program that was written for OpenFGA, with OpenFGA's own library, does all that it does there.
@EachDatabase
class SdkStoryTest {

    private final TestHouse house;
    private final Caller alice;

    SdkStoryTest(TestDatabase on) {
        house = TestHouse.today(on, Map.of());
        alice = house.administrator("alice").signedIn();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void by_an_access_token_as_its_api_token() throws Exception {
        var app = application("client_secret_basic");
        story(new Credentials(new ApiToken(app.ownToken())));
    }

    @Test
    void by_client_credentials() throws Exception {
        var app = application("client_secret_post");
        story(new Credentials(new ClientCredentials()
                .apiTokenIssuer(house.url("/oauth2/token").toString())
                .apiAudience("https://id.example.com/openfga")
                .clientId(app.id().getValue())
                .clientSecret(app.proof().getClientSecret().getValue())));
    }

    @Test
    void its_errors_are_those_that_the_library_knows() throws Exception {
        var fga = new OpenFgaClient(configuration(new Credentials(new ApiToken("nonsense"))));
        assertThatThrownBy(() -> fga.listStores().get()).hasCauseInstanceOf(FgaApiAuthenticationError.class);

        var known = new OpenFgaClient(configuration(
                new Credentials(new ApiToken(application("client_secret_basic").ownToken()))));
        known.setStoreId("01HVMMBCMGZNT3SED4Z17ECXCA");
        assertThatThrownBy(() -> known.getStore().get()).hasCauseInstanceOf(FgaApiNotFoundError.class);
        known.setStoreId(StoreId.MAIN);
        assertThatThrownBy(() -> known.check(new ClientCheckRequest()
                                .user("person:bob")
                                .relation("nonsense")
                                ._object("group:staff"))
                        .get())
                .hasCauseInstanceOf(FgaApiValidationError.class);
    }

    /// An application that may do with permissions what it likes.
    private Application application(String method) {
        var app = new Application(house, alice, "desk", Map.of("token_endpoint_auth_method", method));
        var given = new TestStore(alice, StoreId.MAIN, "")
                .tuples("gatehouse:main#ask@client:desk", "gatehouse:main#administer_permissions@client:desk");
        assertThat(given.status()).as(given.toString()).isEqualTo(200);
        return app;
    }

    private ClientConfiguration configuration(Credentials credentials) {
        return new ClientConfiguration()
                .apiUrl(house.url("/openfga").toString())
                .credentials(credentials);
    }

    private void story(Credentials credentials) throws Exception {
        var fga = new OpenFgaClient(configuration(credentials));
        var store = fga.createStore(new CreateStoreRequest().name("office")).get();
        assertThat(store.getCreatedAt()).isNotNull();
        fga.setStoreId(store.getId());
        assertThat(fga.getStore().get().getName()).isEqualTo("office");
        assertThat(fga.listStores().get().getStores()).hasSize(2);

        var model = fga.writeAuthorizationModel(office()).get().getAuthorizationModelId();
        fga.setAuthorizationModelId(model);
        assertThat(fga.readLatestAuthorizationModel()
                        .get()
                        .getAuthorizationModel()
                        .getTypeDefinitions())
                .hasSize(4);
        assertThat(fga.readAuthorizationModel()
                        .get()
                        .getAuthorizationModel()
                        .getConditions()
                        .get("until")
                        .getParameters())
                .containsOnlyKeys("now", "end");
        assertThat(fga.readAuthorizationModels().get().getAuthorizationModels()).hasSize(1);

        tuples(fga);
        questions(fga);
        manyAtOnce(fga);
        assertions(fga);

        assertThat(fga.deleteStore().get().getStatusCode()).isEqualTo(204);
    }

    private static WriteAuthorizationModelRequest office() throws Exception {
        if (!(ModelText.read(TestStore.OFFICE) instanceof ModelReading.Read(var model))) throw new AssertionError();
        return new ObjectMapper().readValue(Json.write(ModelTree.write(model)), WriteAuthorizationModelRequest.class);
    }

    private static void tuples(OpenFgaClient fga) throws Exception {
        fga.write(new ClientWriteRequest()
                        .writes(List.of(
                                tuple("group:staff", "member", "person:bob"),
                                tuple("folder:legal", "viewer", "group:staff#member"),
                                tuple("document:charter", "parent", "folder:legal"),
                                tuple("document:charter", "editor", "person:carol"),
                                tuple("document:leaflet", "viewer", "person:*"))))
                .get();
        fga.deleteTuples(List.of(new ClientTupleKeyWithoutCondition()
                        .user("person:carol")
                        .relation("editor")
                        ._object("document:charter")))
                .get();
        assertThat(fga.read(new ClientReadRequest()).get().getTuples()).hasSize(4);
        assertThat(fga.read(new ClientReadRequest().user("person:bob")._object("group:"))
                        .get()
                        .getTuples())
                .hasSize(1);
        assertThat(fga.readChanges(new ClientReadChangesRequest().type("document"))
                        .get()
                        .getChanges())
                .hasSize(4);
    }

    private static void questions(OpenFgaClient fga) throws Exception {
        assertThat(fga.check(check("document:charter", "reader", "person:bob"))
                        .get()
                        .getAllowed())
                .isTrue();
        assertThat(fga.check(check("document:charter", "reader", "person:erin"))
                        .get()
                        .getAllowed())
                .isFalse();
        assertThat(fga.check(check("document:charter", "reader", "person:erin")
                                .contextualTuples(List.of(tuple("group:staff", "member", "person:erin"))))
                        .get()
                        .getAllowed())
                .isTrue();
        var batch = fga.batchCheck(ClientBatchCheckRequest.ofChecks(List.of(
                        new ClientBatchCheckItem()
                                .user("person:bob")
                                .relation("reader")
                                ._object("document:charter")
                                .correlationId("one"),
                        new ClientBatchCheckItem()
                                .user("person:erin")
                                .relation("reader")
                                ._object("document:charter")
                                .correlationId("two"))))
                .get();
        assertThat(batch.getResult())
                .extracting(each -> each.getCorrelationId() + " " + each.isAllowed())
                .containsExactlyInAnyOrder("one true", "two false");
        assertThat(fga.expand(new ClientExpandRequest().relation("viewer")._object("document:charter"))
                        .get()
                        .getTree()
                        .getRoot()
                        .getUnion()
                        .getNodes())
                .hasSize(3);
        assertThat(fga.listObjects(new ClientListObjectsRequest()
                                .user("person:bob")
                                .relation("reader")
                                .type("document"))
                        .get()
                        .getObjects())
                .containsExactlyInAnyOrder("document:charter", "document:leaflet");
        assertThat(fga.listRelations(new ClientListRelationsRequest()
                                .user("person:bob")
                                ._object("document:charter")
                                .relations(List.of("editor", "viewer", "reader")))
                        .get()
                        .getRelations())
                .containsExactlyInAnyOrder("viewer", "reader");
        assertThat(fga.listUsers(new ClientListUsersRequest()
                                ._object(new FgaObject().type("document").id("leaflet"))
                                .relation("reader")
                                .userFilters(List.of(new UserTypeFilter().type("person"))))
                        .get()
                        .getUsers()
                        .getFirst()
                        .getWildcard()
                        .getType())
                .isEqualTo("person");
    }

    /// What the library does with many small requests of its own.
    private static void manyAtOnce(OpenFgaClient fga) throws Exception {
        var readers = IntStream.range(0, 20)
                .mapToObj(number -> tuple("document:minutes", "viewer", "person:reader-" + number))
                .collect(Collectors.toCollection(ArrayList::new));
        readers.add(tuple("document:leaflet", "viewer", "person:*"));
        var written = fga.write(
                        new ClientWriteRequest().writes(readers),
                        new ClientWriteOptions().disableTransactions(true).transactionChunkSize(7))
                .get();
        assertThat(written.getWrites())
                .extracting(each -> each.getError() == null)
                .as("of three chunks the last has a tuple that is there already")
                .containsExactlyElementsOf(
                        Stream.concat(Collections.nCopies(14, true).stream(), Collections.nCopies(7, false).stream())
                                .toList());
        var checks = fga.clientBatchCheck(List.of(
                        check("document:minutes", "reader", "person:reader-3"),
                        check("document:minutes", "reader", "person:nobody"),
                        check("document:minutes", "no_such_relation", "person:reader-3")))
                .get();
        assertThat(checks)
                .extracting(each -> each.getThrowable() == null
                        ? each.getAllowed()
                        : each.getThrowable().getCause().getClass())
                .containsExactlyInAnyOrder(true, false, FgaApiValidationError.class);
    }

    private static void assertions(OpenFgaClient fga) throws Exception {
        fga.writeAssertions(List.of(new ClientAssertion()
                        .user("person:bob")
                        .relation("reader")
                        ._object("document:charter")
                        .expectation(true)))
                .get();
        var assertions = fga.readAssertions().get().getAssertions();
        assertThat(assertions).hasSize(1);
        assertThat(assertions.getFirst().getExpectation()).isTrue();
    }

    private static ClientTupleKey tuple(String object, String relation, String user) {
        return new ClientTupleKey().user(user).relation(relation)._object(object);
    }

    private static ClientCheckRequest check(String object, String relation, String user) {
        return new ClientCheckRequest().user(user).relation(relation)._object(object);
    }
}
