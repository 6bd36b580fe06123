package dev.gatehouse.settings;

/// One thing that is wrong with the settings.
///
/// @param variable its name, or the file and line
/// @param found what was there; never a secret
/// @param advice what to do about it
public record SettingFault(String variable, String found, String advice) {

    @Override
    public String toString() {
        return variable + ": found " + found + ". " + advice;
    }
}
