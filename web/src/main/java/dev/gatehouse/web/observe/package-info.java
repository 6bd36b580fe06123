/// What the process says about itself while it runs: log lines and figures.
///
/// [Logs] decides how a line looks and where it goes, [Metrics] keeps counters, gauges and histograms and
/// prints them for Prometheus, [RequestId] names the request that everything belongs to. This room knows
/// nothing of HTTP.
package dev.gatehouse.web.observe;
