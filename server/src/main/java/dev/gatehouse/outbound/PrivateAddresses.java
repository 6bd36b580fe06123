package dev.gatehouse.outbound;

/// Whether we call machines that not everybody can reach (`OUTBOUND_PRIVATE_ADDRESSES`).
public enum PrivateAddresses {
    REFUSED,
    /// For applications beside this server, in a network where whoever registers clients may reach everything.
    ALLOWED
}
