/// Our calls to others: a client's keys are fetched, a client is told of a sign-out.
///
/// The addresses come from whoever registers clients, so a call must not become a way into the network that this server
/// stands in: only `https`, no redirects, and no address that is not everybody's, unless the operator allows it. The
/// name is looked up once, every address that it has is judged, and the connection goes to one of those: a name that
/// means another machine a moment later (DNS rebinding) changes nothing. The JDK's HTTP clients look a name up by
/// themselves and cannot be held to that, so the few lines of HTTP/1.1 that such a call needs are our own.
///
/// Every call has limits of time and size, and what the other side does is an [dev.gatehouse.outbound.OutboundAnswer],
/// never an exception.
///
/// Open first: `Outbound`, `PublicAddresses` (who may be called), `Exchange` (one call), `ResponseReader`.
package dev.gatehouse.outbound;
