package org.hotline400.sip.internal.dialog;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/// Random numbers that nobody can guess, fetched from the machine's generator many at a time: a call takes a dozen.
final class Marks {

    private static final int STOCK = 4096;

    private final SecureRandom random = new SecureRandom();
    private final ByteBuffer stock = ByteBuffer.allocate(STOCK).limit(0);

    /// 64 random bits, given out once.
    synchronized long next() {
        if (!stock.hasRemaining()) {
            random.nextBytes(stock.array());
            stock.clear();
        }
        return stock.getLong();
    }
}
