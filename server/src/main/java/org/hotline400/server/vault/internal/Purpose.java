package org.hotline400.server.vault.internal;

import java.util.Arrays;

/// What a key of the platform is for.
enum Purpose {
    /// Small secrets: trunks' passwords and the like.
    SECRETS("secrets"),
    /// Keys of recordings, while their tenant's key is not known.
    RECORDINGS("recordings"),
    CERTIFICATES("certificates"),
    /// Never a second one: equal texts must have equal fingerprints for good.
    FINGERPRINTS("fingerprints"),
    /// What a release before this one derived from the master key, to seal with; has the id of that master key.
    FORMER_SEALING("former-sealing"),
    /// What a release before this one derived from the master key, to sign with; has the id of that master key.
    FORMER_SIGNING("former-signing");

    private final String code;

    Purpose(String code) {
        this.code = code;
    }

    /// As in the database.
    String code() {
        return code;
    }

    /// Whether a key for it is made at the first start.
    boolean isMade() {
        return switch (this) {
            case SECRETS, RECORDINGS, CERTIFICATES, FINGERPRINTS -> true;
            case FORMER_SEALING, FORMER_SIGNING -> false;
        };
    }

    /// Whether a rotation makes another.
    boolean isRotated() {
        return isMade() && this != FINGERPRINTS;
    }

    static Purpose of(String code) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.code.equals(code))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no purpose of a key: " + code));
    }
}
