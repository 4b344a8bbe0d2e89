package org.hotline400.sip.internal.dialog;

import org.jspecify.annotations.Nullable;

/// Offer and answer within one dialog (RFC 3264 §4, RFC 6337): at most one offer is open.
final class Exchange {

    /// Whose offer waits for its answer.
    enum Open {
        NOBODYS,
        OURS,
        THEIRS
    }

    private Open open = Open.NOBODYS;
    private @Nullable String ours;
    private @Nullable String theirs;
    private @Nullable String theirOffer;
    private int rounds;

    Open open() {
        return open;
    }

    boolean idle() {
        return open == Open.NOBODYS;
    }

    /// How many answers there have been.
    int rounds() {
        return rounds;
    }

    /// Our side as we last described it; null when we have not.
    @Nullable
    String ours() {
        return ours;
    }

    /// The peer's side as offer and answer have last agreed on it; null when they have not.
    @Nullable
    String theirs() {
        return theirs;
    }

    void weOffered(String sdp) {
        open = Open.OURS;
        ours = sdp;
    }

    void theyOffered(String sdp) {
        open = Open.THEIRS;
        theirOffer = sdp;
    }

    void weAnswered(String sdp) {
        open = Open.NOBODYS;
        ours = sdp;
        theirs = theirOffer;
        rounds++;
    }

    void theyAnswered(@Nullable String sdp) {
        open = Open.NOBODYS;
        theirs = sdp;
        rounds++;
    }

    /// They describe themselves anew without an offer between.
    void theyMoved(String sdp) {
        theirs = sdp;
    }

    /// The open offer was refused: what held before holds on.
    void refused() {
        open = Open.NOBODYS;
    }
}
