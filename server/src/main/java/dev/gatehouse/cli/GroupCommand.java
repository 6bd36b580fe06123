package dev.gatehouse.cli;

import picocli.CommandLine.Command;

@Command(
        name = "group",
        description = "Make groups and say who is in them. The server may run meanwhile.",
        mixinStandardHelpOptions = true,
        subcommands = {
            GroupListCommand.class,
            GroupCreateCommand.class,
            GroupAddCommand.class,
            GroupRemoveCommand.class,
            GroupDeleteCommand.class
        })
final class GroupCommand {}
