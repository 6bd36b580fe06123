package dev.gatehouse.cli;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.tenant.Tenant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rotate-secret",
        description = "Give an application another secret. The last one stays good until the next time.",
        mixinStandardHelpOptions = true)
final class ClientRotateSecretCommand implements Runnable {

    @Parameters(paramLabel = "ID", description = "Its client_id.")
    private String id;

    @Option(names = "--only", description = "The secrets before are worthless at once.")
    private boolean only;

    @Override
    public void run() {
        ClientTold.outcome(
                "Gave another secret to",
                Indoors.with(house -> house.clients().rotateSecret(Tenant.MAIN, id, only, Origin.COMMAND_LINE)));
    }
}
