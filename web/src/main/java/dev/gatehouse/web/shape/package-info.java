/// What records look like on the wire: one description of a record reads it, checks it, writes it and documents
/// it.
package dev.gatehouse.web.shape;
