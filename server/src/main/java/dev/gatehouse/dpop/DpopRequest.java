package dev.gatehouse.dpop;

import java.util.Optional;

/// The request that a proof comes with.
///
/// @param url by our public URL, never by what the caller claims in `Host`
/// @param accessToken that it shows; a proof for the token endpoint has none
public record DpopRequest(String method, String url, Optional<String> accessToken) {}
