package org.hotline400.sip.internal.guard;

/// What a stranger can do wrong. Weights are in tenths, so that a forgotten password does not weigh like an attack.
public enum Offence {
    UNREADABLE(10, "sends what is no SIP message"),
    /// In-dialog requests and CANCELs that belong to nothing: guesses at the calls of others.
    UNKNOWN_DIALOG(10, "sends requests for calls that do not exist"),
    /// A challenge that was not asked for again; the first of each honest attempt weighs next to nothing.
    CHALLENGED(3, "asks again and again without credentials"),
    WRONG_CREDENTIALS(50, "guesses passwords"),
    TURNED_AWAY(20, "calls or asks for what it may not"),
    TOO_FAST(1, "sends more than it may"),
    /// Tools that only look for open servers name themselves.
    SCANNER(10_000, "is a scanner by its own name");

    private final int tenths;
    private final String words;

    Offence(int tenths, String words) {
        this.tenths = tenths;
        this.words = words;
    }

    int tenths() {
        return tenths;
    }

    /// To go on with after the source's address.
    String words() {
        return words;
    }
}
