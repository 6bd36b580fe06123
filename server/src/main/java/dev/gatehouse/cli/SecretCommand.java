package dev.gatehouse.cli;

import dev.gatehouse.settings.KeptSecret;
import picocli.CommandLine.Command;

@Command(
        name = "secret",
        description = "Print a good JWT_SECRET_KEY: 512 random bits.",
        mixinStandardHelpOptions = true)
final class SecretCommand implements Runnable {

    @Override
    public void run() {
        System.out.println(KeptSecret.random());
    }
}
