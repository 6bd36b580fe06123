/// TLS of our own: what a server shows (chain and key, read anew when the files change), what it asks of callers,
/// and how a proxy writes down the certificate that it was shown.
///
/// Whoever shows a certificate has proved to hold its key, and nothing else: who issued it is for the rooms to
/// judge, which know what was agreed with whom.
///
/// Open first: `TlsFiles`, `ServerIdentity`, `LiveIdentity` (renewal), `SecureSockets` (protocols and suites), then
/// `CertificateHeader`.
package dev.gatehouse.web.tls;
