package dev.gatehouse.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A path with places for parameters: `/v1/accounts/{id}`.
record PathTemplate(String text, List<Segment> segments) {
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z][a-z0-9_]*)}");
    private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9._~-]+");

    sealed interface Segment {}

    record Literal(String text) implements Segment {}

    record Parameter(String name) implements Segment {}

    static PathTemplate parse(String text) {
        if (!text.startsWith("/")) throw new IllegalArgumentException("path '" + text + "' must begin with '/'");
        var segments = new ArrayList<Segment>();
        if (!text.equals("/")) for (var part : text.substring(1).split("/", -1)) segments.add(segment(text, part));
        var template = new PathTemplate(text, List.copyOf(segments));
        if (template.parameters().size()
                < segments.stream().filter(Parameter.class::isInstance).count()) {
            throw new IllegalArgumentException("path '" + text + "' names a parameter twice");
        }
        return template;
    }

    private static Segment segment(String path, String part) {
        var parameter = PARAMETER.matcher(part);
        if (parameter.matches()) return new Parameter(parameter.group(1));
        if (LITERAL.matcher(part).matches()) return new Literal(part);
        throw new IllegalArgumentException("path '" + path + "' has a part '" + part
                + "' that is neither plain text nor a {snake_case} parameter");
    }

    Set<String> parameters() {
        var names = new LinkedHashSet<String>();
        for (var segment : segments) if (segment instanceof Parameter(var name)) names.add(name);
        return names;
    }

    @Override
    public String toString() {
        return text;
    }
}
