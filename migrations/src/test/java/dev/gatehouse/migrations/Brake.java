package dev.gatehouse.migrations;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;

/// Looks at the statements of a connection, commits among them. Before the one of a certain number it says so and stops
/// for good: whoever kills the process then kills it exactly there. At one that holds certain words it says so and goes
/// on: the process is killed while that runs.
final class Brake {
    static final String STOPPED = "stopped before: ";
    static final String RUNS = "runs: ";

    private final int before;
    private final String words;
    private int count;

    private Brake(int before, String words) {
        this.before = before;
        this.words = words;
    }

    static Brake before(int number) {
        return new Brake(number, "");
    }

    static Brake at(String words) {
        return new Brake(-1, words);
    }

    Connection on(Connection connection) {
        return wrapped(Connection.class, connection);
    }

    private <T> T wrapped(Class<T> type, T target) {
        InvocationHandler handler = (_, method, arguments) -> {
            var sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : "";
            if (method.getName().startsWith("execute") || method.getName().equals("commit")) {
                look((method.getName() + " " + sql).replaceAll("\\s+", " "));
            }
            try {
                var result = method.invoke(target, arguments);
                return result instanceof Statement statement ? wrapped(statement) : result;
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(Brake.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Statement wrapped(Statement statement) {
        return statement instanceof java.sql.PreparedStatement prepared
                ? wrapped(java.sql.PreparedStatement.class, prepared)
                : wrapped(Statement.class, statement);
    }

    private void look(String what) {
        if (!words.isEmpty() && what.contains(words)) System.out.println(RUNS + what);
        if (count++ != before) return;
        System.out.println(STOPPED + what);
        try {
            Thread.currentThread().join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
