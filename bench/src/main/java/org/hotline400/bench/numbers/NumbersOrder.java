package org.hotline400.bench.numbers;

import java.time.Duration;

/// What is to be measured.
///
/// @param rate searches a second by HTTP
/// @param length of the load that counts
/// @param quick leaves out PostgreSQL
/// @param postgres how long PostgreSQL is asked
record NumbersOrder(int rate, Duration length, boolean quick, Duration postgres) {

    int requests() {
        return (int) (rate * length.toSeconds());
    }
}
