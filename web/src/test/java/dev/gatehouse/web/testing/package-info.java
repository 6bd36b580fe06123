/// Certificates for tests, made on the spot: also for the modules that stand on this one.
package dev.gatehouse.web.testing;
