package dev.gatehouse.cli;

import dev.gatehouse.model.AskedModel;
import dev.gatehouse.model.ModelJson;
import dev.gatehouse.model.Models;
import dev.gatehouse.model.StoredModel;
import dev.gatehouse.permissions.model.ModelText;
import dev.gatehouse.tenant.Tenant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Print the current model, or another version.", mixinStandardHelpOptions = true)
final class ModelShowCommand implements Runnable {

    @Parameters(paramLabel = "ID", arity = "0..1", description = "A version, as `model history` names it.")
    private Optional<String> id = Optional.empty();

    @Option(names = "--json", description = "As OpenFGA's JSON.")
    private boolean json;

    @Override
    public void run() {
        var model = Indoors.with(house -> find(house.models())).model();
        System.out.println((json ? ModelJson.pretty(model) : ModelText.print(model)).stripTrailing());
    }

    private StoredModel find(Models models) {
        return id.map(version -> models.find(Tenant.MAIN, version)
                        .flatMap(AskedModel::own)
                        .orElseThrow(
                                () -> new CommandFailure("No version is called so; see `./gatehouse model history`.")))
                .orElseGet(() -> models.current(Tenant.MAIN)
                        .own()
                        .orElseThrow(() ->
                                new CommandFailure("No model was written yet; see `./gatehouse model write --help`.")));
    }
}
