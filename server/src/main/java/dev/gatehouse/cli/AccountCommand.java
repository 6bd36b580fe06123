package dev.gatehouse.cli;

import picocli.CommandLine.Command;

@Command(
        name = "account",
        description = "Make accounts without HTTP.",
        mixinStandardHelpOptions = true,
        subcommands = AccountCreateCommand.class)
final class AccountCommand {}
