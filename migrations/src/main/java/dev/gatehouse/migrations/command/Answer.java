package dev.gatehouse.migrations.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How a verb answers: with lines for people, or with one JSON document for machines. Every verb mixes it in.
///
/// People get colours where the output is a terminal and `NO_COLOR` is not set. A machine gets nothing on standard
/// output but the document.
final class Answer {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec verb;

    @Option(names = "--json", description = "Answer with one JSON document.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    boolean isJson() {
        return json;
    }

    /// A line for people, at once.
    void line(String text) {
        if (json) return;
        out().println(text);
        out().flush();
    }

    /// The whole answer for machines.
    ///
    /// @param value maps, collections, texts, numbers, booleans and nulls
    void document(Object value) {
        if (!json) return;
        write(out(), value);
    }

    /// The same for an answer that takes work to put together.
    void document(Supplier<?> value) {
        if (json) document(value.get());
    }

    static void write(PrintWriter out, Object document) {
        var text = new StringWriter();
        try (var generator = new JsonFactory().createGenerator(text)) {
            generator.setPrettyPrinter(new DefaultPrettyPrinter());
            write(generator, document);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        out.println(text);
        out.flush();
    }

    /// Text in a colour or a weight, where there is a terminal.
    static String styled(Ansi.Style style, String text) {
        return Ansi.AUTO.enabled() ? style.on() + text + style.off() : text;
    }

    /// Whether somebody is looking while it is written.
    static boolean isTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    PrintWriter out() {
        return verb.commandLine().getOut();
    }

    private static void write(JsonGenerator generator, Object value) throws IOException {
        switch (value) {
            case null -> generator.writeNull();
            case Map<?, ?> members -> {
                generator.writeStartObject();
                for (var member : inOrder(members).entrySet()) {
                    generator.writeFieldName(member.getKey().toString());
                    write(generator, member.getValue());
                }
                generator.writeEndObject();
            }
            case Collection<?> elements -> {
                generator.writeStartArray();
                for (var element : elements) write(generator, element);
                generator.writeEndArray();
            }
            case Long number -> generator.writeNumber(number);
            case Integer number -> generator.writeNumber(number);
            case Boolean truth -> generator.writeBoolean(truth);
            default -> generator.writeString(value.toString());
        }
    }

    /// As they were put in; alphabetical where a map has no order of its own: the same answer looks the same each time.
    private static Map<?, ?> inOrder(Map<?, ?> members) {
        return members instanceof SequencedMap<?, ?> ? members : new TreeMap<Object, Object>(members);
    }
}
