package dev.gatehouse.permissions.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// No model is lost in either form, and no text is too strange.
class ModelPropertyTest {

    private static final int MODELS = 500;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @Test
    void a_model_is_the_same_after_text_and_tree() {
        for (var count = 0; count < MODELS; count++) {
            var model = RandomModels.any(random);
            var text = ModelText.print(model);

            var fromText = Texts.model(ModelText.read(text));
            var fromTree = Texts.model(ModelTree.read(ModelTree.write(fromText)));

            assertThat(fromTree).as("seed %d\n%s", seed, text).isEqualTo(model);
            assertThat(ModelText.print(fromTree)).as("order, seed %d", seed).isEqualTo(text);
        }
    }

    @Test
    void a_text_that_was_spoilt_is_refused_or_read_but_never_breaks_anything() {
        for (var count = 0; count < MODELS; count++) {
            var text = spoilt(ModelText.print(RandomModels.any(random)));
            if (!(ModelText.read(text) instanceof ModelReading.Read(var model))) continue;

            assertThat(Texts.read(ModelText.print(model)))
                    .as("seed %d\n%s", seed, text)
                    .isEqualTo(model);
        }
    }

    @Test
    void noise_is_refused() {
        var signs =
                "model schema 1.1 type define relations condition or and but not from with [](){}<>:,*#\"'\n\r\t\\/\0é";
        for (var count = 0; count < MODELS; count++) {
            var text = new StringBuilder();
            for (var length = random.nextInt(200); length >= 0; length--) {
                var from = random.nextInt(signs.length());
                text.append(signs, from, Math.min(signs.length(), from + 1 + random.nextInt(6)));
            }

            assertThat(ModelText.read(text.toString())).as("seed %d", seed).isInstanceOf(ModelReading.Refused.class);
        }
    }

    private String spoilt(String text) {
        var spoilt = new StringBuilder(text);
        for (var times = 1 + random.nextInt(4); times > 0 && !spoilt.isEmpty(); times--) {
            var at = random.nextInt(spoilt.length());
            switch (random.nextInt(3)) {
                case 0 -> spoilt.deleteCharAt(at);
                case 1 -> spoilt.insert(at, spoilt.charAt(random.nextInt(spoilt.length())));
                default -> spoilt.delete(at, Math.min(spoilt.length(), at + random.nextInt(20)));
            }
        }
        return spoilt.toString();
    }
}
