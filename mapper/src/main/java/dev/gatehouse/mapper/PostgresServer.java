package dev.gatehouse.mapper;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.SQLException;
import java.util.Properties;
import java.util.stream.Collectors;

/// How connections to PostgreSQL are made.
///
/// @spec https://jdbc.postgresql.org/documentation/use/#connection-parameters pgjdbc, connection parameters
final class PostgresServer {
    private static final String CONNECT_SECONDS = "10";
    private static final long KEEP_ALIVE_MILLIS = 120_000;

    private final DatabaseSettings.Postgres settings;

    PostgresServer(DatabaseSettings.Postgres settings) {
        this.settings = settings;
    }

    String url() {
        var hosts = settings.hosts().stream()
                .map(host -> hasPort(host) ? host : host + ":" + settings.port())
                .collect(Collectors.joining(","));
        return "jdbc:postgresql://" + hosts + "/";
    }

    /// An address in brackets may hold colons of its own.
    private static boolean hasPort(String host) {
        return host.indexOf(':', host.indexOf(']') + 1) >= 0;
    }

    private Properties properties() {
        var properties = patientProperties();
        var limit = settings.statementTimeout();
        // The server gives up first; this is for a server that is gone without a word.
        properties.setProperty("socketTimeout", Long.toString(limit.toSeconds() + 10));
        properties.setProperty(
                "options",
                "-c statement_timeout=" + limit.toMillis() + " -c idle_in_transaction_session_timeout="
                        + limit.toMillis());
        return properties;
    }

    /// The database's name travels as a property: in the address it would have to be escaped.
    ///
    /// For connections whose statements may take as long as they take, as migrations do.
    Properties patientProperties() {
        var properties = new Properties();
        properties.setProperty("PGDBNAME", settings.database());
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        properties.setProperty("ApplicationName", settings.applicationName());
        properties.setProperty("targetServerType", "primary");
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("loginTimeout", CONNECT_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        // Its detail holds the values: "Key (email)=(…) already exists".
        properties.setProperty("logServerErrorDetail", "false");
        return properties;
    }

    /// For a connection that waits. Its thread is interrupted when it is to end, which the driver's time
    /// limit for the whole of a login would keep from the socket.
    Properties listeningProperties() {
        var properties = patientProperties();
        properties.setProperty("ApplicationName", settings.applicationName() + " (listening)");
        properties.setProperty("socketTimeout", CONNECT_SECONDS);
        properties.setProperty("loginTimeout", "0");
        return properties;
    }

    HikariDataSource pool() {
        var config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setDataSourceProperties(properties());
        config.setPoolName("gatehouse");
        config.setMaximumPoolSize(settings.poolSize());
        config.setConnectionTimeout(settings.patience().toMillis());
        config.setKeepaliveTime(KEEP_ALIVE_MILLIS);
        config.setAutoCommit(true);
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException refused) {
            throw new DatabaseDown("PostgreSQL at " + settings + " cannot be used: " + cause(refused), refused);
        }
    }

    private static String cause(HikariPool.PoolInitializationException refused) {
        return refused.getCause() instanceof SQLException known ? known.getMessage() : refused.getMessage();
    }
}
