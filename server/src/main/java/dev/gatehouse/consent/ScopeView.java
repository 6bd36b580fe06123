package dev.gatehouse.consent;

import java.util.Collection;
import java.util.List;

/// A scope on a page, for somebody who has never heard of scopes.
///
/// @param text in words; empty when nobody but the application knows what it means
public record ScopeView(String name, String text) {

    public static List<ScopeView> of(Collection<String> scopes, ConsentWords words) {
        return scopes.stream()
                .map(name -> new ScopeView(name, words.scope(name)))
                .toList();
    }
}
