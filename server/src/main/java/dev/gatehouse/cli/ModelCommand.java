package dev.gatehouse.cli;

import picocli.CommandLine.Command;

@Command(
        name = "model",
        description = "Say what may be done by whom: the authorization model. The server may run meanwhile.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ModelShowCommand.class,
            ModelWriteCommand.class,
            ModelHistoryCommand.class,
            ModelTestCommand.class
        })
final class ModelCommand {}
