package dev.gatehouse;

import dev.gatehouse.cli.Gatehouse;

/// `./gatehouse`: everything begins here and goes on in room `cli`.
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Gatehouse.run(arguments));
    }
}
