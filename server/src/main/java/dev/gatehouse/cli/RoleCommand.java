package dev.gatehouse.cli;

import picocli.CommandLine.Command;

@Command(
        name = "role",
        description = "Give roles and take them, and see who holds which where. The server may run meanwhile.",
        mixinStandardHelpOptions = true,
        subcommands = {
            RoleListCommand.class,
            RoleDefineCommand.class,
            RoleGiveCommand.class,
            RoleTakeCommand.class,
            RoleOfCommand.class,
            RoleDeleteCommand.class
        })
final class RoleCommand {}
