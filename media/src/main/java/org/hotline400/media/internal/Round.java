package org.hotline400.media.internal;

import java.util.Arrays;
import java.util.function.Consumer;

/// The ports that tick at the same time, in no order. Thousands are run through a hundred times a second, so they lie
/// side by side.
final class Round {
    private RtpPort[] ports = new RtpPort[16];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    /// @return false when it was in already
    boolean add(RtpPort port) {
        if (port.place >= 0) {
            return false;
        }
        if (size == ports.length) {
            ports = Arrays.copyOf(ports, 2 * size);
        }
        port.place = size;
        ports[size++] = port;
        return true;
    }

    /// The last one takes its place.
    void remove(RtpPort port) {
        if (port.place < 0) {
            return;
        }
        RtpPort last = ports[--size];
        ports[port.place] = last;
        last.place = port.place;
        Arrays.fill(ports, size, size + 1, null);
        port.place = -1;
    }

    /// Must not add or remove any.
    void forEach(Consumer<RtpPort> action) {
        for (int i = 0; i < size; i++) {
            action.accept(ports[i]);
        }
    }
}
