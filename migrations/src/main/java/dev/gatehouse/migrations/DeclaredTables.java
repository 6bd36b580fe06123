package dev.gatehouse.migrations;

import dev.gatehouse.mapper.Table;
import java.util.Collection;

/// The tables that a program wants to have. A stand-alone project's `Model` is one.
@FunctionalInterface
public interface DeclaredTables {
    Collection<? extends Table> tables();
}
