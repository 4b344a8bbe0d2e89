package org.hotline400.server.billing.advisor;

import java.util.function.Consumer;

/// Legs in the order in which they began: more than memory holds, so they are handed out one by one, once.
@FunctionalInterface
interface Legs {
    void each(Consumer<Leg> taker);
}
