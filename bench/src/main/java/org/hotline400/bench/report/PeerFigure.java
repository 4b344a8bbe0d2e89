package org.hotline400.bench.report;

/// What a peer reaches.
///
/// @param peer such as `Kamailio`
/// @param value in the unit of the figure it stands beside
/// @param measuredHere true: in this run, on this machine; false: quoted, measured earlier on a machine of the same
/// kind
public record PeerFigure(String peer, double value, boolean measuredHere) {

    public static PeerFigure quoted(String peer, double value) {
        return new PeerFigure(peer, value, false);
    }

    public static PeerFigure measured(String peer, double value) {
        return new PeerFigure(peer, value, true);
    }

    String text() {
        return peer + " " + Figure.text(value) + (measuredHere ? " (this run)" : "");
    }
}
