package dev.gatehouse.client;

import static dev.gatehouse.client.ClientMember.ACCESS_TOKEN_FORMAT;
import static dev.gatehouse.client.ClientMember.AUTHORIZATION_SIGNED_RESPONSE_ALG;
import static dev.gatehouse.client.ClientMember.ID_TOKEN_ENCRYPTED_RESPONSE_ALG;
import static dev.gatehouse.client.ClientMember.ID_TOKEN_ENCRYPTED_RESPONSE_ENC;
import static dev.gatehouse.client.ClientMember.ID_TOKEN_SIGNED_RESPONSE_ALG;
import static dev.gatehouse.client.ClientMember.INTROSPECTION_SIGNED_RESPONSE_ALG;
import static dev.gatehouse.client.ClientMember.SECTOR_IDENTIFIER_URI;
import static dev.gatehouse.client.ClientMember.SUBJECT_TYPE;
import static dev.gatehouse.client.ClientMember.USERINFO_ENCRYPTED_RESPONSE_ALG;
import static dev.gatehouse.client.ClientMember.USERINFO_ENCRYPTED_RESPONSE_ENC;
import static dev.gatehouse.client.ClientMember.USERINFO_SIGNED_RESPONSE_ALG;

import dev.gatehouse.jose.EncryptionKey;
import dev.gatehouse.jose.JwkSet;
import dev.gatehouse.jose.JwtAlgorithm;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// Which forms of tokens a client cannot have.
///
/// @spec https://openid.net/specs/openid-connect-registration-1_0.html#ClientMetadata OpenID Connect Registration §2
final class TokenFormRules {

    private static final List<ClientMember> SIGNATURES = List.of(
            ID_TOKEN_SIGNED_RESPONSE_ALG,
            USERINFO_SIGNED_RESPONSE_ALG,
            INTROSPECTION_SIGNED_RESPONSE_ALG,
            AUTHORIZATION_SIGNED_RESPONSE_ALG);

    private final ClientProfile profile;
    private final List<ClientFault> faults = new ArrayList<>();

    private TokenFormRules(ClientProfile profile) {
        this.profile = profile;
    }

    static List<ClientFault> faults(ClientProfile profile) {
        var rules = new TokenFormRules(profile);
        rules.oneOf(ACCESS_TOKEN_FORMAT, List.of("jwt", "opaque"));
        SIGNATURES.forEach(rules::signature);
        rules.encryption(ID_TOKEN_ENCRYPTED_RESPONSE_ALG, ID_TOKEN_ENCRYPTED_RESPONSE_ENC);
        rules.encryption(USERINFO_ENCRYPTED_RESPONSE_ALG, USERINFO_ENCRYPTED_RESPONSE_ENC);
        rules.subjects();
        return rules.faults;
    }

    private void oneOf(ClientMember member, List<String> words) {
        profile.members()
                .text(member)
                .filter(text -> !words.contains(text))
                .ifPresent(_ -> fault(member, "is one of " + String.join(", ", words)));
    }

    /// `none` proves nothing. With HS* both sides need the client's secret, of which we keep a digest only.
    private void signature(ClientMember member) {
        oneOf(
                member,
                JwtAlgorithm.ofKeyPairs().stream()
                        .sorted()
                        .map(JwtAlgorithm::headerName)
                        .toList());
    }

    private void encryption(ClientMember algorithm, ClientMember method) {
        oneOf(algorithm, EncryptionKey.ALGORITHMS);
        oneOf(method, EncryptionKey.METHODS);
        var members = profile.members();
        if (members.text(algorithm).isEmpty() && members.text(method).isPresent())
            fault(method, "goes with " + algorithm.wire());
        members.text(algorithm)
                .filter(this::hasNoKey)
                .ifPresent(name -> fault(algorithm, "needs a key for " + name + " in jwks, or at jwks_uri"));
    }

    private boolean hasNoKey(String algorithm) {
        var keys = profile.keys();
        if (keys.jwks().isEmpty()) return keys.jwksUri().isEmpty();
        try {
            return JwkSet.lenient(keys.jwks().get()).encrypting(algorithm).isEmpty();
        } catch (IllegalArgumentException _) {
            return true;
        }
    }

    /// @spec https://openid.net/specs/openid-connect-core-1_0.html#PairwiseAlg OpenID Connect Core §8.1
    private void subjects() {
        oneOf(SUBJECT_TYPE, List.of("public", "pairwise"));
        var form = profile.tokenForm();
        form.sectorIdentifierUri()
                .filter(uri -> !isHttps(uri))
                .ifPresent(_ -> fault(SECTOR_IDENTIFIER_URI, "is an https address with a host"));
        if (form.isPairwise() && profile.sector().isEmpty())
            fault(
                    SUBJECT_TYPE,
                    "pairwise needs redirect_uris of one host, or a sector_identifier_uri where all of them stand");
    }

    private static boolean isHttps(String text) {
        try {
            var uri = URI.create(text);
            return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getRawFragment() == null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private void fault(ClientMember member, String message) {
        faults.add(new ClientFault(member.wire(), message));
    }
}
