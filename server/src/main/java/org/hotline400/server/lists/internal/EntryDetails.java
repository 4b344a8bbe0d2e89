package org.hotline400.server.lists.internal;

import java.util.Arrays;
import org.hotline400.server.lists.PinHash;
import org.jspecify.annotations.Nullable;

/// What few entries have: an expiry, a PIN of their own. Each has a place, counted from 1.
public final class EntryDetails {
    /// The expiry of an entry that has none.
    public static final long NEVER = Long.MAX_VALUE;

    private static final int FIRST_ROOM = 8;

    /// Of a place that was given back: the next such place.
    private long[] expiries;

    private @Nullable PinHash[] pins;
    private int used;
    private int free;

    private EntryDetails(long[] expiries, @Nullable PinHash[] pins, int used, int free) {
        this.expiries = expiries;
        this.pins = pins;
        this.used = used;
        this.free = free;
    }

    public static EntryDetails none() {
        return new EntryDetails(new long[0], new PinHash[0], 0, 0);
    }

    public EntryDetails copy() {
        return new EntryDetails(expiries.clone(), pins.clone(), used, free);
    }

    /// Milliseconds since 1970, or [#NEVER].
    public long expiry(int place) {
        return place == 0 ? NEVER : expiries[place - 1];
    }

    public @Nullable PinHash pin(int place) {
        return place == 0 ? null : pins[place - 1];
    }

    /// @return its place; 0 when there is nothing to keep
    public int add(long expiry, @Nullable PinHash pin) {
        if (expiry == NEVER && pin == null) {
            return 0;
        }
        int place = free == 0 ? newPlace() : free;
        if (place == free) {
            free = (int) expiries[place - 1];
        }
        expiries[place - 1] = expiry;
        pins[place - 1] = pin;
        return place;
    }

    private int newPlace() {
        if (used == expiries.length) {
            int room = Math.max(FIRST_ROOM, used + used / 2);
            expiries = Arrays.copyOf(expiries, room);
            pins = Arrays.copyOf(pins, room);
        }
        return ++used;
    }

    /// Gives a place back; 0 and below are none.
    public void remove(int place) {
        if (place > 0) {
            expiries[place - 1] = free;
            pins[place - 1] = null;
            free = place;
        }
    }
}
