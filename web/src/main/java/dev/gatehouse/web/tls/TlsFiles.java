package dev.gatehouse.web.tls;

import java.nio.file.Path;

/// Where a server's certificate and key are.
///
/// @param certificate PEM: the server's own first, then those that lead to a root (`fullchain.pem`)
/// @param key PEM, without a passphrase
public record TlsFiles(Path certificate, Path key) {}
