package dev.gatehouse.mapper;

/// For tests: somebody to belong to.
record Tenant(String id, String name) {}
