package dev.gatehouse.permissions.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.openfga.language.DslToJsonTransformer;
import dev.openfga.language.JsonToDslTransformer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// OpenFGA's own reader and printer of the language agree with ours, on models that both can write.
class OpenFgaOracleTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MODELS = 60;
    private static final int SPOILT = 10;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @Test
    void our_text_is_the_same_tree_to_openfga() throws Exception {
        for (var count = 0; count < MODELS; count++) {
            var model = RandomModels.plain(random);
            var text = ModelText.print(model);

            var theirs = tree(new DslToJsonTransformer().transform(text));

            assertThat(withoutEmpty(theirs))
                    .as("seed %d\n%s", seed, text)
                    .isEqualTo(withoutEmpty(ModelTree.write(model)));
            assertThat(Texts.model(ModelTree.read(theirs)).types().keySet())
                    .isEqualTo(model.types().keySet());
        }
    }

    @Test
    void our_tree_is_the_same_text_to_openfga() throws Exception {
        for (var count = 0; count < MODELS; count++) {
            var model = RandomModels.plain(random);

            var theirs = new JsonToDslTransformer().transform(JSON.writeValueAsString(ModelTree.write(model)));

            assertThat(withoutEmpty(ModelTree.write(Texts.read(theirs))))
                    .as("seed %d\n%s", seed, theirs)
                    .isEqualTo(withoutEmpty(ModelTree.write(model)));
        }
    }

    /// A text that is good here can be taken to OpenFGA's tools. The other way round they take more: they do
    /// not look at what conditions say.
    @Test
    void what_openfga_cannot_read_is_refused_here_too() {
        var refused = 0;
        for (var count = 0; count < MODELS * SPOILT; count++) {
            var text = spoilt(ModelText.print(RandomModels.plain(random)));
            if (new DslToJsonTransformer().parseDsl(text).IsSuccess()) continue;
            refused++;

            assertThat(ModelText.read(text)).as("seed %d\n%s", seed, text).isInstanceOf(ModelReading.Refused.class);
        }
        assertThat(refused).isPositive();
    }

    /// Without one of its characters, or with one twice; only spaces may stand twice here, also in `but not`.
    private String spoilt(String text) {
        var at = random.nextInt(text.length());
        return text.charAt(at) == ' ' || random.nextBoolean()
                ? text.substring(0, at) + text.substring(at + 1)
                : text.substring(0, at) + text.substring(at, at + 1) + text.substring(at);
    }

    private static Map<String, Object> tree(String json) throws Exception {
        return JSON.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    /// Theirs has members that say nothing.
    private static Object withoutEmpty(Object value) {
        if (value instanceof List<?> list)
            return list.stream().map(OpenFgaOracleTest::withoutEmpty).toList();
        if (!(value instanceof Map<?, ?> map)) return value;
        var full = new LinkedHashMap<String, Object>();
        map.forEach((name, member) -> {
            var isSign = name.equals("this") || name.equals("wildcard");
            var cleaned = withoutEmpty(member);
            if (member != null && (isSign || !cleaned.equals(Map.of()) && !cleaned.equals(List.of())))
                full.put(String.valueOf(name), cleaned);
        });
        return full;
    }
}
