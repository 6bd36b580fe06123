package dev.gatehouse.web;

import dev.gatehouse.web.shape.Change;
import dev.gatehouse.web.shape.DefaultValue;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.Secret;
import dev.gatehouse.web.shape.Shapes;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// What every start has to do whatever it serves, done ahead on a thread of its own: the HTTP library is loaded,
/// and reading records learned by the example of one. It takes a fifth of a second, in which the program opens
/// its database.
///
/// Nothing of both is touched elsewhere before [#await] returns: two threads that load the same library from two
/// ends could wait for each other for ever.
final class Preparation {
    private static final FutureTask<Void> TASK = new FutureTask<>(Preparation::prepare, null);
    private static volatile boolean begun;

    private Preparation() {}

    static void begin() {
        begun = true;
        Thread.ofPlatform().daemon().name("prepare-server").start(TASK);
    }

    /// Returns when the preparation is done; at once if nobody began one.
    static void await() {
        if (!begun) return;
        try {
            TASK.get();
        } catch (ExecutionException fault) {
            throw new IllegalStateException("the server could not be prepared", fault.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the server was being prepared", stop);
        }
    }

    /// A little of everything that records declare.
    record Example(
            @Email @Size(max = 9) @Doc("…") String email,
            @NotBlank @Secret String password,
            Optional<@Size(max = 9) String> name,
            Change<Optional<String>> locale,
            @Min(1) @Max(9) @DefaultValue("1") int limit) {}

    private static void prepare() {
        Listener.load();
        new Shapes(InstantSource.system()).of(Example.class);
    }
}
