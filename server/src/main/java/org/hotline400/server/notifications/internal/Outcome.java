package org.hotline400.server.notifications.internal;

import org.jspecify.annotations.Nullable;

/// What came of one attempt.
///
/// @param status of an HTTP answer; null where there was none
/// @param error in English; empty when it was taken
/// @param response the beginning of what the receiver said
record Outcome(@Nullable Integer status, String error, String response) {
    private static final int MOST = 500;

    Outcome {
        error = storable(error);
        response = storable(response);
    }

    static Outcome taken(String response) {
        return new Outcome(null, "", response);
    }

    static Outcome failed(String error) {
        return new Outcome(null, error.isEmpty() ? "failed" : error, "");
    }

    boolean isTaken() {
        return error.isEmpty();
    }

    /// PostgreSQL keeps no NUL.
    private static String storable(String text) {
        return text.substring(0, Math.min(MOST, text.length())).replace('\0', '\ufffd');
    }
}
