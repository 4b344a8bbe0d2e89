package org.hotline400.server.numbers.grading;

/// What a pattern is worth where it stands, 1 to 100: the tail is heard last and kept best, the head comes
/// next.
record Worth(int tail, int head, int inside) {

    /// Of what can only stand at the tail, or takes all seven digits.
    static Worth of(int points) {
        return new Worth(points, points, points);
    }

    int at(int start, int length) {
        if (start + length == Lanes.COUNT) {
            return tail;
        }
        return start == 0 ? head : inside;
    }
}
