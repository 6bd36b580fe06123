package dev.gatehouse.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What was given for each variable, and what was found wrong with it so far.
///
/// An empty value counts as not given: that is how compose files and CI systems leave a variable out.
final class Values {

    private static final int SHOWN = 60;
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,6}) ?(MB|GB)");

    private final Map<String, String> environment;
    private final Map<String, String> file;
    private final List<SettingFault> faults;

    Values(Map<String, String> environment, DotEnv file) {
        this.environment = environment;
        this.file = file.values();
        this.faults = new ArrayList<>(file.faults());
    }

    Optional<String> find(Variable variable) {
        return Optional.ofNullable(environment.get(variable.name()))
                .filter(value -> !value.isBlank())
                .or(() -> Optional.ofNullable(file.get(variable.name())).filter(value -> !value.isBlank()))
                .map(value -> variable.isSecret() ? value : value.strip());
    }

    boolean isGiven(Variable variable) {
        return find(variable).isPresent();
    }

    /// What was given, or what holds otherwise.
    String text(Variable variable) {
        return find(variable).or(variable::standard).orElseThrow();
    }

    String required(Variable variable, String advice) {
        return find(variable).orElseGet(() -> {
            faults.add(new SettingFault(variable.name(), "nothing", advice));
            return variable.name();
        });
    }

    int number(Variable variable, int least, int most) {
        var text = text(variable);
        if (text.matches("\\d{1,9}")) {
            var number = Integer.parseInt(text);
            if (number >= least && number <= most) return number;
        }
        fault(variable, "Write a whole number from " + least + " to " + most + ".");
        return least;
    }

    /// An amount of memory, `512MB`, in bytes; empty if none is given.
    Optional<Long> bytes(Variable variable) {
        return find(variable).map(text -> {
            var parts = AMOUNT.matcher(text.toUpperCase(Locale.ROOT));
            if (parts.matches())
                return Long.parseLong(parts.group(1)) << (parts.group(2).equals("GB") ? 30 : 20);
            if (text.equals("0")) return 0L;
            fault(variable, "Write an amount such as 512MB or 2GB, or 0.");
            return 0L;
        });
    }

    <E extends Enum<E>> E oneOf(Variable variable, Class<E> choices) {
        var text = text(variable);
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseGet(() -> {
                    var known = Arrays.stream(choices.getEnumConstants())
                            .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
                    fault(variable, "Use one of " + known + ".");
                    return choices.getEnumConstants()[0];
                });
    }

    /// A fault of what was given. Not for secrets: it shows the value.
    void fault(Variable variable, String advice) {
        // A URL may have been given with a password in it.
        var value = text(variable).replaceAll("//[^/@]*@", "//…@");
        var start = value.substring(0, Math.min(value.length(), SHOWN));
        fault(variable, "\"" + start.replaceAll("\\p{Cntrl}", "?") + "\"", advice);
    }

    void fault(Variable variable, String found, String advice) {
        faults.add(new SettingFault(variable.name(), found, advice));
    }

    void refuseFaults() {
        if (!faults.isEmpty()) throw new BadSettings(faults);
    }
}
