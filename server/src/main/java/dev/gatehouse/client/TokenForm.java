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

import dev.gatehouse.jose.JwtAlgorithm;
import java.util.Optional;
import java.util.stream.Stream;

/// In which form a client gets what it asks for. Algorithms are spelled as headers spell them.
///
/// @param isOpaque its access tokens say nothing by themselves
/// @param idTokenAlgorithm empty: RS256
/// @param userinfoAlgorithm empty: plain JSON
/// @param introspectionAlgorithm of an answer that is a JWT; empty: RS256
/// @param answerAlgorithm of an authorization response that is a JWT; empty: RS256
/// @param isPairwise people have another `sub` for it than for other sectors
public record TokenForm(
        boolean isOpaque,
        Optional<String> idTokenAlgorithm,
        Optional<Encryption> idTokenEncryption,
        Optional<String> userinfoAlgorithm,
        Optional<Encryption> userinfoEncryption,
        Optional<String> introspectionAlgorithm,
        Optional<String> answerAlgorithm,
        boolean isPairwise,
        Optional<String> sectorIdentifierUri) {

    /// @spec https://openid.net/specs/openid-connect-registration-1_0.html#ClientMetadata for `enc`, which may be left
    ///     out
    public record Encryption(String algorithm, String method) {
        private static final String USUAL = "A128CBC-HS256";

        private static Optional<Encryption> of(ClientMembers members, ClientMember algorithm, ClientMember method) {
            return members.text(algorithm)
                    .map(name -> new Encryption(name, members.text(method).orElse(USUAL)));
        }
    }

    /// Every algorithm that something is signed with for this client because it asked for it.
    Stream<JwtAlgorithm> signatures() {
        return Stream.of(idTokenAlgorithm, userinfoAlgorithm, introspectionAlgorithm, answerAlgorithm)
                .flatMap(Optional::stream)
                .flatMap(name -> JwtAlgorithm.named(name).stream());
    }

    static TokenForm of(ClientMembers members) {
        return new TokenForm(
                members.text(ACCESS_TOKEN_FORMAT).filter("opaque"::equals).isPresent(),
                members.text(ID_TOKEN_SIGNED_RESPONSE_ALG),
                Encryption.of(members, ID_TOKEN_ENCRYPTED_RESPONSE_ALG, ID_TOKEN_ENCRYPTED_RESPONSE_ENC),
                members.text(USERINFO_SIGNED_RESPONSE_ALG),
                Encryption.of(members, USERINFO_ENCRYPTED_RESPONSE_ALG, USERINFO_ENCRYPTED_RESPONSE_ENC),
                members.text(INTROSPECTION_SIGNED_RESPONSE_ALG),
                members.text(AUTHORIZATION_SIGNED_RESPONSE_ALG),
                members.text(SUBJECT_TYPE).filter("pairwise"::equals).isPresent(),
                members.text(SECTOR_IDENTIFIER_URI));
    }
}
