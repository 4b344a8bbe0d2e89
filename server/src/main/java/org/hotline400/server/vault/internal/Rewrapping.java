package org.hotline400.server.vault.internal;

import java.util.Arrays;

/// Wraps every data key by the current master key. In the caller's transaction: all of them or none.
final class Rewrapping {
    private final KeyRows rows;
    private final MasterKeys masters;

    Rewrapping(KeyRows rows, MasterKeys masters) {
        this.rows = rows;
        this.masters = masters;
    }

    /// @return how many were wrapped by another
    int run() {
        int count = 0;
        for (KeyRow row : rows.all()) {
            if (!row.masterKey().equals(masters.current().id())) {
                rows.rewrap(rewrapped(row));
                count++;
            }
        }
        return count;
    }

    private KeyRow rewrapped(KeyRow row) {
        byte[] clear = masters.unwrap(row);
        byte[] wrapped = masters.current().wrap(clear, row.context());
        // Better to fail here than to find out when the old key is gone.
        if (!Arrays.equals(masters.current().unwrap(wrapped, row.context()), clear)) {
            throw new IllegalStateException(masters.current().place() + " does not unwrap what it wrapped");
        }
        Arrays.fill(clear, (byte) 0);
        return row.under(masters.current().id(), wrapped);
    }
}
