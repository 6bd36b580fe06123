package dev.gatehouse.cli;

import dev.gatehouse.House;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.model.ModelSource;
import dev.gatehouse.model.ModelWriting;
import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.model.ModelFault;
import dev.gatehouse.permissions.model.Place;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.world.Fault;
import dev.gatehouse.world.ModuleFiles;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "write",
        description = {
            "Make a file the current model. What is wrong with it is told as FILE:LINE:COLUMN.",
            "Relationships that are there and that it does not allow are counted."
        },
        mixinStandardHelpOptions = true)
final class ModelWriteCommand implements Runnable {

    @Parameters(
            paramLabel = "FILE",
            description = "OpenFGA's language; with the ending .json its JSON; an fga.mod that names modules.")
    private Path file;

    @Option(
            names = "--dry-run",
            description = "Only say whether it is right, and which relationships it would leave behind.")
    private boolean dryRun;

    @Override
    public void run() {
        var source = read();
        Indoors.with(house -> {
            tell(
                    house,
                    dryRun
                            ? house.models().judge(Tenant.MAIN, source)
                            : house.models().write(Tenant.MAIN, source, Origin.COMMAND_LINE));
            return null;
        });
    }

    private void tell(House house, ModelWriting outcome) {
        switch (outcome) {
            case ModelWriting.Written(var stored) -> {
                System.out.println("Wrote the model " + stored.id() + ". A running server asks it within a second.");
                tellLeftBehind(house, stored.model(), "does");
            }
            case ModelWriting.Good(var judged) -> {
                System.out.println("The model is right; nothing was written.");
                tellLeftBehind(house, judged.model(), "would");
            }
            case ModelWriting.Refused(var faults) -> throw new CommandFailure(told(faults));
        }
    }

    private static void tellLeftBehind(House house, AuthorizationModel own, String does) {
        var left = house.relationships().leftBehind(Tenant.MAIN, house.models().whole(Tenant.MAIN, own));
        if (left.isEmpty()) return;
        System.out.println("It " + does + " not allow these, which are there; they stay and decide nothing:");
        left.forEach(each -> System.out.println("%8d  %s: %s".formatted(each.relationships(), each, each.why())));
    }

    private ModelSource read() {
        return file.toString().endsWith(".mod") ? modules() : oneFile();
    }

    private ModelSource modules() {
        return switch (ModuleFiles.read(file)) {
            case ModuleFiles.Read(var modules) -> new ModelSource.Modules(modules);
            case ModuleFiles.Refused(var faults) ->
                throw new CommandFailure(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        };
    }

    private ModelSource oneFile() {
        try {
            var text = Files.readString(file);
            return file.toString().endsWith(".json") ? new ModelSource.Json(text) : new ModelSource.Text(text);
        } catch (MalformedInputException _) {
            throw new CommandFailure(file + " is no UTF-8 text.");
        } catch (NoSuchFileException _) {
            throw new CommandFailure("There is no file " + file + ".");
        } catch (IOException unreadable) {
            throw new CommandFailure("Cannot read " + file + ": " + unreadable.getMessage());
        }
    }

    private String told(ModelFault fault) {
        var namesItsFile =
                fault.place() instanceof Place.InText text && !text.file().isEmpty();
        return namesItsFile ? fault.toString() : file + ":" + fault;
    }

    private String told(List<ModelFault> faults) {
        return faults.stream().map(this::told).collect(Collectors.joining("\n"));
    }
}
