package org.hotline400.server.calls.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/// A map that forgets the entry unused for longest when it has too many. Not for several threads.
public final class Forgetful<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;
    private final int most;

    public Forgetful(int most) {
        super(16, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
