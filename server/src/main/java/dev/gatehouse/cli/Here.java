package dev.gatehouse.cli;

import dev.gatehouse.settings.Settings;
import dev.gatehouse.settings.SettingsReader;
import java.nio.file.Path;

/// Where a verb is run: its `.env`, its environment.
final class Here {

    static final Path FOLDER = Path.of("");

    private Here() {}

    static Settings settings() {
        return SettingsReader.read(FOLDER, System.getenv());
    }

    /// The same without making anything.
    static Settings look() {
        return SettingsReader.look(FOLDER, System.getenv());
    }
}
