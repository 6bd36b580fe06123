package dev.gatehouse.web;

import dev.gatehouse.web.observe.Metrics;
import dev.gatehouse.web.tls.TlsFiles;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;

/// Says what a [Server] offers and where it listens. Every declaration is checked in [#start()], before the
/// door opens.
public final class ServerBuilder {
    private static final int MEBIBYTE = 1 << 20;

    private final Api api = new Api();
    private final Map<Class<? extends Throwable>, Function<Throwable, Refusal>> faults = new LinkedHashMap<>();
    private final Map<String, ReadinessCheck> readiness = new LinkedHashMap<>();
    private Description description = new Description("API", "0", "");
    private String host = "127.0.0.1";
    private int port = 8080;
    private Optional<URI> publicUrl = Optional.empty();
    private TrustedProxies proxies = new TrustedProxies(List.of());
    private Optional<TlsFiles> tls = Optional.empty();
    private OptionalInt certificatePort = OptionalInt.empty();
    private Optional<String> certificateHeader = Optional.empty();
    private int maxBodyBytes = MEBIBYTE;
    private Duration patience = Patience.LONGEST;
    private boolean preparesLater;
    private InstantSource clock = InstantSource.system();
    private Metrics metrics = new Metrics();
    private Optional<Guard<?>> metricsGuard = Optional.empty();
    private Optional<Assets> assets = Optional.empty();
    private ErrorFormat errorPages = ErrorFormat.PROBLEM;

    /// What the API documents say of the whole.
    record Description(String title, String version, String text) {}

    ServerBuilder() {}

    /// @param text Markdown
    public ServerBuilder describe(String title, String version, String text) {
        description = new Description(title, version, text);
        return this;
    }

    public ServerBuilder host(String host) {
        this.host = host;
        return this;
    }

    /// 0 takes any free port; [Server#port()] then tells which.
    public ServerBuilder port(int port) {
        if (port < 0 || port > 65535) throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
        this.port = port;
        return this;
    }

    /// Where callers reach this server, behind whatever proxies; without it, the address it listens on.
    public ServerBuilder publicUrl(URI url) {
        if (url.getHost() == null || !("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
            throw new IllegalArgumentException("public URL must be like https://id.example.com, not " + url);
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null || url.getRawUserInfo() != null) {
            throw new IllegalArgumentException("public URL must have no query, fragment or user, not " + url);
        }
        publicUrl = Optional.of(url);
        return this;
    }

    /// Networks (`10.0.0.0/8`, `::1`) whose `Forwarded` or `X-Forwarded-For` says who the caller is.
    public ServerBuilder trustedProxies(List<String> networks) {
        proxies = new TrustedProxies(networks.stream().map(Network::parse).toList());
        return this;
    }

    /// Speaks TLS, 1.2 or 1.3, with HTTP/2 for those who can. The files are read anew when they change.
    public ServerBuilder tls(TlsFiles files) {
        tls = Optional.of(files);
        return this;
    }

    /// A port at which callers are asked for a certificate, which they need not have:
    /// [Request#certificates()]. The same is offered there as at the other. It may be the same port; browsers
    /// then ask people for a certificate who have any. 0 takes any free one; [Server#certificatePort()] then
    /// tells which.
    public ServerBuilder certificatePort(int port) {
        if (port < 0 || port > 65535) throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
        certificatePort = OptionalInt.of(port);
        return this;
    }

    /// The header in which trusted proxies write the certificate of a caller: `Client-Cert` (RFC 9440), or
    /// another name. Each of them must set it, or take it away, in every request: whatever stands there is
    /// believed.
    public ServerBuilder certificateHeader(String name) {
        certificateHeader = Optional.of(name);
        return this;
    }

    public ServerBuilder maxBodyBytes(int bytes) {
        if (bytes < 1) throw new IllegalArgumentException("a body of at most " + bytes + " bytes is no body");
        maxBodyBytes = bytes;
        return this;
    }

    /// How long a caller may take nothing of an answer that waits for him, before his connection ends; three
    /// minutes unless said. A stream that has nothing to say is not waiting.
    public ServerBuilder patience(Duration patience) {
        if (!patience.isPositive()) throw new IllegalArgumentException("patience: " + patience + " is no time");
        this.patience = patience;
        return this;
    }

    /// Prepares each operation when it is first asked for, so that a server with many opens sooner. A
    /// declaration that makes no sense is then met by its first caller: only for programs whose tests open
    /// their server without this.
    public ServerBuilder prepareLater() {
        preparesLater = true;
        return this;
    }

    /// What `@Past` and `@Future` are judged by.
    public ServerBuilder clock(InstantSource clock) {
        this.clock = clock;
        return this;
    }

    /// Where this server counts its requests, so that others can add their own figures.
    public ServerBuilder metrics(Metrics metrics) {
        this.metrics = metrics;
        return this;
    }

    /// Only callers whom the guard admits may read `/metrics`; without it, everybody who reaches the port.
    public ServerBuilder metricsRequire(Guard<?> guard) {
        metricsGuard = Optional.of(guard);
        return this;
    }

    /// `/health/ready` answers 200 only when every check passes.
    public ServerBuilder ready(String name, ReadinessCheck check) {
        if (readiness.putIfAbsent(name, check) != null)
            throw new IllegalArgumentException("readiness check '" + name + "' is given twice");
        return this;
    }

    /// Makes a known exception, and its subclasses, a refusal instead of a 500: "the database is busy"
    /// becomes 503 with `Retry-After`. The nearest class wins.
    public <E extends Throwable> ServerBuilder fault(Class<E> type, Function<? super E, Refusal> refusal) {
        faults.put(type, thrown -> refusal.apply(type.cast(thrown)));
        return this;
    }

    /// The files that pages need, below `/assets/`.
    public ServerBuilder assets(Assets assets) {
        this.assets = Optional.of(assets);
        return this;
    }

    /// What is said where there is nothing at all: [ErrorFormat#page] shows people a page.
    public ServerBuilder errorPages(ErrorFormat format) {
        errorPages = format;
        return this;
    }

    public ServerBuilder mount(Consumer<Api> room) {
        room.accept(api);
        return this;
    }

    /// Checks every declaration, opens the door and returns when callers can come.
    ///
    /// @throws IllegalArgumentException when a declaration makes no sense; a programmer's mistake
    /// @throws CannotListen when host or port cannot be had; the operator's to mend
    public Server start() {
        return Server.open(this);
    }

    Api api() {
        return api;
    }

    Map<Class<? extends Throwable>, Function<Throwable, Refusal>> faults() {
        return faults;
    }

    Map<String, ReadinessCheck> readiness() {
        return readiness;
    }

    Description description() {
        return description;
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    Optional<URI> publicUrl() {
        return publicUrl;
    }

    TrustedProxies proxies() {
        return proxies;
    }

    Optional<TlsFiles> tls() {
        return tls;
    }

    OptionalInt certificatePort() {
        return certificatePort;
    }

    Optional<String> certificateHeader() {
        return certificateHeader;
    }

    int maxBodyBytes() {
        return maxBodyBytes;
    }

    Duration patience() {
        return patience;
    }

    boolean preparesLater() {
        return preparesLater;
    }

    InstantSource clock() {
        return clock;
    }

    Metrics metrics() {
        return metrics;
    }

    Optional<Assets> assets() {
        return assets;
    }

    ErrorFormat errorPages() {
        return errorPages;
    }

    Optional<Guard<?>> metricsGuard() {
        return metricsGuard;
    }
}
