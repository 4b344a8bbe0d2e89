package org.hotline400.server.numbers.shop;

import java.util.Set;

/// What a catalogue is made of besides the digits; each part changes by itself.
enum Part {
    /// Which numbers are somebody's.
    NUMBERS("numbers"),
    /// Which are on sale, and whose carrier's.
    STOCK("number-stock"),
    PRICES("number-prices"),
    /// The operator's own classes.
    CLASSES("number-classes"),
    PROMOTIONS("number-promotions");

    /// Those by which the numbers of a promotion are told.
    static final Set<Part> TELLING = Set.of(STOCK, PRICES, CLASSES);

    private final String topic;

    Part(String topic) {
        this.topic = topic;
    }

    /// By which changes of it are made known.
    String topic() {
        return topic;
    }
}
