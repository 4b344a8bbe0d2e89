package org.hotline400.server.numbers.web;

import java.nio.ByteBuffer;
import java.util.Base64;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.numbers.catalogue.Place;

/// Where the next page of a search begins, as clients carry it: 21 bytes in base64url, without meaning to them.
///
/// It belongs to its search, because in another order or with other filters the same place is somewhere else.
final class SearchCursor {
    private static final byte VERSION = 1;
    private static final int BYTES = 1 + Long.BYTES + Long.BYTES + Integer.BYTES;

    private SearchCursor() {}

    static String write(Place place, long fingerprint) {
        var bytes = ByteBuffer.allocate(BYTES)
                .put(VERSION)
                .putLong(fingerprint)
                .putLong(place.key())
                .putInt(place.suffix());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// @throws MistakeException when it is none of ours, or of another search
    static Place read(String text, long fingerprint) {
        var bytes = bytes(text);
        if (bytes.remaining() != BYTES || bytes.get() != VERSION) {
            throw unreadable();
        }
        if (bytes.getLong() != fingerprint) {
            throw new MistakeException(
                    "belongs to another search: send it with the parameters of the search that gave it, or leave it out"
                            + " to begin anew",
                    "属于另一次搜索：请与给出它的搜索条件一起使用，或去掉它从头开始。");
        }
        try {
            return new Place(bytes.getLong(), bytes.getInt());
        } catch (IllegalArgumentException _) {
            throw unreadable();
        }
    }

    private static ByteBuffer bytes(String text) {
        try {
            return ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException _) {
            throw unreadable();
        }
    }

    private static MistakeException unreadable() {
        return new MistakeException(
                "is not a cursor that a search gave: leave it out to begin anew", "不是搜索给出的游标：去掉它即可从头开始。");
    }
}
