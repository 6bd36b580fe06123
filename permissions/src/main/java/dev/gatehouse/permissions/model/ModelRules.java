package dev.gatehouse.permissions.model;

import java.util.List;
import java.util.function.BiConsumer;

/// What a model must be beyond well written, in the order in which it is judged. All faults of all rules are
/// told.
///
/// @spec https://openfga.dev/docs/configuration-language OpenFGA's configuration language
final class ModelRules {

    private static final List<BiConsumer<Known, Faults>> RULES = List.of(
            NameRules::theVersionIsKnown,
            NameRules::namesAreNames,
            NameRules::namesAreNotReserved,
            NameRules::namesAreThereOnce,
            ReferenceRules::directTypesAreThere,
            ReferenceRules::bracketsStandWhereTheyAreMeant,
            ReferenceRules::relationsAreThere,
            ReferenceRules::whatComesFromSomewhereIsThere,
            ReachRules::everyRelationCanBeHad,
            ReachRules::nothingDependsOnItsOwnAbsence);

    private ModelRules() {}

    static void judge(Known known, Faults faults) {
        RULES.forEach(rule -> rule.accept(known, faults));
    }
}
