package dev.gatehouse.web.shape;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Reads a JSON body as a shape, in one pass over its tokens.
public final class BodyReader {
    /// Deep enough for every document of ours, shallow enough for every stack.
    private static final int DEEPEST = 32;

    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 1000;

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            // The default keeps buffers for each thread: with a virtual thread a connection, that is for each
            // connection.
            .recyclerPool(JsonRecyclerPools.newBoundedPool(32))
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(LONGEST_NAME)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final Shape shape;
    private final boolean ignoresUnknown;

    public BodyReader(Shape shape) {
        this(shape, false);
    }

    /// @param ignoresUnknown passes over members that no record knows, whatever the record says
    public BodyReader(Shape shape, boolean ignoresUnknown) {
        this.shape = shape;
        this.ignoresUnknown = ignoresUnknown;
    }

    public Reading read(byte[] body) {
        var garbled = Utf8.fault(body);
        if (garbled.isPresent()) return new Reading.NotJson(garbled.get());

        var faults = new Faults();
        try (var in = JSON.createParser(body)) {
            in.nextToken();
            var value = new ValueReader(in, faults, ignoresUnknown).read(shape);
            if (in.nextToken() != null) return notJson("there is more after the end of the JSON value", in);
            return faults.isEmpty() ? new Reading.Read(value) : new Reading.Faulty(faults.all());
        } catch (Faults.Enough _) {
            return new Reading.Faulty(faults.all());
        } catch (StreamConstraintsException e) {
            return new Reading.NotJson(tooMuch(e) + at(e.getLocation()));
        } catch (JsonEOFException e) {
            return new Reading.NotJson("it ends in the middle" + at(e.getLocation()));
        } catch (StreamReadException e) {
            return new Reading.NotJson("it is not well formed" + at(e.getLocation()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reading notJson(String why, JsonParser in) {
        return new Reading.NotJson(why + at(in.currentTokenLocation()));
    }

    private static String tooMuch(StreamConstraintsException e) {
        if (e.getMessage().contains("nesting depth")) return "it is nested deeper than " + DEEPEST + " levels";
        if (e.getMessage().contains("Number value"))
            return "it has a number of more than " + LONGEST_NUMBER + " characters";
        return "it has a member name of more than " + LONGEST_NAME + " characters";
    }

    private static String at(JsonLocation location) {
        return Optional.ofNullable(location)
                .map(place -> ", at line " + place.getLineNr() + ", column " + place.getColumnNr())
                .orElse("");
    }
}
