package dev.gatehouse.cli;

import dev.gatehouse.House;
import dev.gatehouse.Version;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.secret.CryptoProvider;
import dev.gatehouse.settings.Settings;
import dev.gatehouse.web.Server;
import dev.gatehouse.web.observe.Logs;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        description = "Run the server. The default verb.",
        footer = "Settings come from the environment and from .env in this folder; see .env.example.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Runnable {

    private static final System.Logger LOG = System.getLogger(ServeCommand.class.getName());
    private static final Duration GRACE = Duration.ofSeconds(20);

    private static final String SETUP = """

            There is no administrator yet. Make one within an hour (choose your own e-mail address and password):

              curl -X POST %s/v1/setup -H 'Content-Type: application/json' \\
                -d '{"code":"%s","email":"you@example.com","password":"a passphrase of your own"}'

            """;

    @Option(
            names = "--upgrade",
            description = "Upgrade the schema of a PostgreSQL database first; the embedded one is upgraded anyway.")
    private boolean upgrade;

    @Override
    public void run() {
        Server.prepare();
        var settings = Here.settings();
        Logs.configure(settings.logFormat());
        var database = Database.open(settings.database());
        new Schema(settings, database).prepare(upgrade);
        warn(settings);
        var house = new House(settings, database, InstantSource.system());
        var server = house.openSoon();
        // Behind the first answer: it takes a core for a third of a second, and the first signature waits for it.
        CryptoProvider.startInstalling();
        SpareHeap.keepSmall();
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, house, database), "stop"));
        greet(server, house.registrar().offerSetup());
        await(stopped);
    }

    /// What callers would stumble over: told to whoever started the server, who may mend it while it runs.
    private static void warn(Settings settings) {
        new TlsCheckup(settings, InstantSource.system())
                .findings().stream()
                        .filter(finding -> finding.level() != Finding.Level.GOOD)
                        .forEach(finding -> LOG.log(Level.WARNING, finding.says() + ". " + finding.advice()));
    }

    private static void greet(Server server, Optional<String> setupCode) {
        var url = server.url();
        System.out.println("Gatehouse " + Version.NUMBER + " at " + url);
        System.out.println("API documents at " + url + "/docs");
        setupCode.ifPresent(code -> System.out.printf(SETUP, url, code));
        System.out.flush();
    }

    /// The process ends with 0: being told to stop is no failure.
    private static void stop(Server server, House house, Database database) {
        server.stop(GRACE);
        house.close();
        database.close();
        Runtime.getRuntime().halt(0);
    }

    private static void await(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
