package dev.gatehouse.cli;

import picocli.CommandLine.Command;

@Command(
        name = "model",
        description = "Look after what may be allowed to whom: models of permissions.",
        mixinStandardHelpOptions = true,
        subcommands = {ModelTestCommand.class})
final class ModelCommand {}
