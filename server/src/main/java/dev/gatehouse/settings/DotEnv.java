package dev.gatehouse.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A `.env` file: a line a variable, `NAME=value`.
///
/// A value may stand in single quotes (taken as it is) or double quotes (`\n`, `\t`, `\"` and `\\` are
/// understood); without quotes a ` #` begins a comment. `export` before a name is passed over. Nothing is
/// substituted.
record DotEnv(Map<String, String> values, List<SettingFault> faults) {

    private static final Pattern LINE = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=(.*)");
    private static final Pattern SINGLE = Pattern.compile("'([^']*)'\\s*(?:#.*)?");
    private static final Pattern DOUBLE = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(?:#.*)?");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");
    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");

    /// @return an empty one when there is no such file
    static DotEnv read(Path file) {
        if (!Files.exists(file)) return new DotEnv(Map.of(), List.of());
        try {
            return parse(file.getFileName().toString(), Files.readAllLines(file, UTF_8));
        } catch (CharacterCodingException notText) {
            return unreadable(file, "bytes that are not UTF-8", "Save the file as UTF-8.");
        } catch (IOException fault) {
            return unreadable(file, "a file that cannot be read", "Let this user read it, or remove it.");
        }
    }

    static DotEnv parse(String name, List<String> lines) {
        var values = new LinkedHashMap<String, String>();
        var faults = new ArrayList<SettingFault>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (i == 0 && line.startsWith("\uFEFF")) line = line.substring(1);
            if (line.isEmpty() || line.startsWith("#")) continue;
            var place = name + " line " + (i + 1);
            var parts = LINE.matcher(line);
            if (!parts.matches())
                faults.add(
                        new SettingFault(place, "no `NAME=value`", "Write one variable a line, or begin it with #."));
            else if (values.containsKey(parts.group(1)))
                faults.add(new SettingFault(place, parts.group(1) + " a second time", "Keep one of the two lines."));
            else put(values, faults, place, parts.group(1), parts.group(2).strip());
        }
        return new DotEnv(values, faults);
    }

    private static void put(
            Map<String, String> values, List<SettingFault> faults, String place, String variable, String written) {
        var single = SINGLE.matcher(written);
        var quoted = DOUBLE.matcher(written);
        if (single.matches()) values.put(variable, single.group(1));
        else if (quoted.matches()) values.put(variable, unescaped(quoted.group(1)));
        else if (written.startsWith("'") || written.startsWith("\""))
            faults.add(
                    new SettingFault(place, "a quote that does not end", "Close the quotes around " + variable + "."));
        else values.put(variable, COMMENT.matcher(written).replaceFirst("").strip());
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        switch (match.group(1)) {
                            case "n" -> "\n";
                            case "t" -> "\t";
                            default -> match.group(1);
                        }));
    }

    private static DotEnv unreadable(Path file, String found, String advice) {
        return new DotEnv(Map.of(), List.of(new SettingFault(file.toString(), found, advice)));
    }
}
