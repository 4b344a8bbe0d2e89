package org.hotline400.server.callplans;

import java.util.Locale;

/// From when the caller is answered, and so charged by his carrier.
public enum ChargingMode {
    /// The platform answers when a target has answered: who reaches nobody pays nothing.
    RINGBACK,
    /// The platform answers at once: needed wherever the caller's keys are wanted.
    ANSWER_FIRST;

    /// As in the document: `answer-first`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
