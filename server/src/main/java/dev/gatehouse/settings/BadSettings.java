package dev.gatehouse.settings;

import java.util.List;
import java.util.stream.Collectors;

/// The settings are not usable. Carries everything that is wrong with them.
public final class BadSettings extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<SettingFault> faults;

    public BadSettings(List<SettingFault> faults) {
        super(faults.stream().map(fault -> "  " + fault).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<SettingFault> faults() {
        return faults;
    }
}
