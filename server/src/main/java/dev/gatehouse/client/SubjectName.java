package dev.gatehouse.client;

import java.util.Map;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.security.auth.x500.X500Principal;

/// The name of a certificate's subject, in a form in which equal names are equal: neither the case of letters nor the
/// blanks around them count, and neither does whether a value stands there as a text or in hexadecimal.
///
/// @spec https://www.rfc-editor.org/rfc/rfc4514#section-3 RFC 4514 §3
/// @spec https://www.rfc-editor.org/rfc/rfc4517#section-4.2.15 RFC 4517 §4.2.15
record SubjectName(LdapName name) {

    /// Attributes that certificates of companies and banks have, and that Java knows by number only.
    private static final Map<String, String> OIDS = Map.of(
            "BUSINESSCATEGORY", "2.5.4.15",
            "POSTALCODE", "2.5.4.17",
            "ORGANIZATIONIDENTIFIER", "2.5.4.97",
            "JURISDICTIONLOCALITY", "1.3.6.1.4.1.311.60.2.1.1",
            "JURISDICTIONSTATE", "1.3.6.1.4.1.311.60.2.1.2",
            "JURISDICTIONCOUNTRY", "1.3.6.1.4.1.311.60.2.1.3");

    private static final Map<String, String> NAMES = Map.of(
            "2.5.4.5", "SERIALNUMBER",
            "2.5.4.15", "BUSINESSCATEGORY",
            "2.5.4.17", "POSTALCODE",
            "2.5.4.97", "ORGANIZATIONIDENTIFIER",
            "1.3.6.1.4.1.311.60.2.1.1", "JURISDICTIONLOCALITY",
            "1.3.6.1.4.1.311.60.2.1.2", "JURISDICTIONSTATE",
            "1.3.6.1.4.1.311.60.2.1.3", "JURISDICTIONCOUNTRY",
            "1.2.840.113549.1.9.1", "EMAILADDRESS");

    /// @return empty when the text is no distinguished name
    static Optional<SubjectName> parse(String text) {
        try {
            return Optional.of(of(new X500Principal(text, OIDS)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    static SubjectName of(X500Principal subject) {
        try {
            return new SubjectName(new LdapName(subject.getName(X500Principal.RFC2253, NAMES)));
        } catch (InvalidNameException fault) {
            throw new IllegalArgumentException("no distinguished name: " + subject, fault);
        }
    }

    boolean isEmpty() {
        return name.isEmpty();
    }
}
