package dev.gatehouse.openfga;

import dev.gatehouse.web.Outlet;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.JsonWriter;
import dev.gatehouse.web.shape.Shapes;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;

@Doc("One line of a streamed list: `result`, or `error` as the last one where the list could not be completed.")
record ObjectLineView(Optional<FoundObjectView> result, Optional<BrokenOffView> error) {

    static final String MEDIA_TYPE = "application/x-ndjson";

    private static final JsonWriter JSON = new JsonWriter(new Shapes(InstantSource.system()));

    record FoundObjectView(String object) {}

    record BrokenOffView(
            @Doc(value = "The number of one of OpenFGA's error codes.", example = "2000")
            int code,

            String message) {}

    /// A line each, on its way before the next is looked for. Whoever goes away ends the search.
    static void tell(FoundObjects objects, Outlet outlet) {
        var name = objects.first();
        for (; name.isPresent() && outlet.isOpen(); name = objects.others().next())
            outlet.write(line(new ObjectLineView(name.map(FoundObjectView::new), Optional.empty())));
        objects.others()
                .problem()
                .map(StoreQuestions::failure)
                .or(() -> stopped(outlet))
                .ifPresent(failure -> breakOff(failure, outlet));
    }

    static void breakOff(Failure failure, Outlet outlet) {
        outlet.write(line(brokenOff(failure)));
    }

    private static Optional<Failure> stopped(Outlet outlet) {
        return outlet.isOpen()
                ? Optional.empty()
                : Optional.of(new Failure(FailureCode.UNAVAILABLE, "The server stops; ask again."));
    }

    private static ObjectLineView brokenOff(Failure failure) {
        return new ObjectLineView(
                Optional.empty(), Optional.of(new BrokenOffView(failure.code().number(), failure.message())));
    }

    private static String line(ObjectLineView line) {
        return new String(JSON.write(line), StandardCharsets.UTF_8) + "\n";
    }
}
