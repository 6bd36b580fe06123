package dev.gatehouse.openfga;

import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.JsonWriter;
import dev.gatehouse.web.shape.Shapes;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

@Doc("One line of a streamed list.")
record ObjectLineView(FoundObjectView result) {

    static final String MEDIA_TYPE = "application/x-ndjson";

    private static final JsonWriter JSON = new JsonWriter(new Shapes(InstantSource.system()));

    record FoundObjectView(String object) {}

    /// The list is complete before the first line goes out, so that it is never cut short without a word.
    static String lines(List<String> objects) {
        return objects.stream()
                .map(object -> JSON.write(new ObjectLineView(new FoundObjectView(object))))
                .map(line -> new String(line, StandardCharsets.UTF_8) + "\n")
                .collect(Collectors.joining());
    }
}
