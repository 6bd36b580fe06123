package dev.gatehouse.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.account.NewAccount;
import dev.gatehouse.account.Registration;
import dev.gatehouse.audit.Origin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "create",
        description = "Make an account, whatever REGISTRATION says. The server may run meanwhile.",
        mixinStandardHelpOptions = true)
final class AccountCreateCommand implements Runnable {

    @Option(names = "--email", required = true, description = "The person's e-mail address.")
    private String email;

    @Option(names = "--name", description = "The person's name.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--admin", description = "Let this person administer accounts.")
    private boolean administrator;

    @Option(
            names = "--password-stdin",
            description = "Take the password from the first line of standard input instead of asking for it.")
    private boolean passwordFromInput;

    @Override
    public void run() {
        Here.settings(); // what is wrong with them is said before anybody types a password
        if (!email.matches("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+") || email.length() > 254)
            throw new CommandFailure(
                    "--email: \"" + email + "\" is not an e-mail address. Write one, as alice@example.com.");
        var password = passwordFromInput ? firstLine() : asked();
        var wish = new NewAccount(email, password, name, Optional.empty());
        report(Indoors.with(house -> house.registrar().create(wish, administrator, Origin.COMMAND_LINE)));
    }

    private void report(Registration outcome) {
        switch (outcome) {
            case Registration.Registered(var account) ->
                System.out.println("Made the account " + account.id() + " of " + account.email()
                        + (administrator ? ", an administrator." : "."));
            case Registration.EmailTaken _ -> throw new CommandFailure(email + " already has an account.");
            case Registration.PasswordRefused(var objections) ->
                throw new CommandFailure(objections.stream()
                        .map(objection -> "The password is refused: " + objection.message())
                        .collect(Collectors.joining("\n")));
            case Registration.Busy _, Registration.Closed _, Registration.NotInvited _, Registration.WrongSetupCode _ ->
                throw new CommandFailure("The account was not made: " + outcome);
        }
    }

    private static String asked() {
        var console = System.console();
        if (console == null || !console.isTerminal())
            throw new CommandFailure("There is no terminal to ask for the password at. Send it with --password-stdin.");
        var once = new String(console.readPassword("Password: "));
        if (!once.equals(new String(console.readPassword("Again: "))))
            throw new CommandFailure("The two are not the same; nothing was done.");
        return once;
    }

    private static String firstLine() {
        try {
            var line = new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
            if (line == null || line.isEmpty())
                throw new CommandFailure("--password-stdin: the first line of standard input is empty.");
            return line;
        } catch (IOException fault) {
            throw new UncheckedIOException("Standard input cannot be read: " + fault.getMessage(), fault);
        }
    }
}
