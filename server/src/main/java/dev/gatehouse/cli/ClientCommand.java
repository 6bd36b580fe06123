package dev.gatehouse.cli;

import picocli.CommandLine.Command;

@Command(
        name = "client",
        description = "Register applications and look after them. The server may run meanwhile.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ClientCreateCommand.class,
            ClientListCommand.class,
            ClientShowCommand.class,
            ClientUpdateCommand.class,
            ClientRotateSecretCommand.class,
            ClientDeleteCommand.class,
            ClientRegistrationTokenCommand.class
        })
final class ClientCommand {}
