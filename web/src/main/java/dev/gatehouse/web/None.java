package dev.gatehouse.web;

/// Nothing: the parameters, body, caller or answer of an operation that declares none.
public enum None {
    NONE
}
