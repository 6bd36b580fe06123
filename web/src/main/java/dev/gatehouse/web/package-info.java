/// HTTP by declaration: an [Operation], declared once as typed records, is route, parser, validator and OpenAPI
/// entry.
///
/// A request goes through `FrontDoor` (names it, logs it, catches faults) → `Routes` (which operation) → its
/// [Guard] (who) → its records (what) → the handler, which gives back an [Answer]. A refusal is a value; a
/// fault is an exception, caught once.
package dev.gatehouse.web;
