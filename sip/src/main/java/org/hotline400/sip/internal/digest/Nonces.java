package org.hotline400.sip.internal.digest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The nonces of a server. One is its time, a number and a keyed hash over both and the realm, so that a challenge
/// nobody answers costs no memory. Of those that were answered rightly the counts are kept, within bounds, so that no
/// answer is taken twice (RFC 7616 §5.5).
public final class Nonces {

    private static final int HEAD_BYTES = 2 * Long.BYTES;
    private static final int TAG_BYTES = 16;

    private final byte[] key = new byte[32];
    private final Duration lifetime;
    private final int mostKept;
    private final AtomicLong number = new AtomicLong();
    private final Map<String, Counts> used = new LinkedHashMap<>();
    /// What was made up to then and is not kept any more may have been used: it counts as too old.
    private Instant forgottenUntil = Instant.MIN;

    /// @param mostKept of how many nonces the counts are kept
    public Nonces(Duration lifetime, int mostKept) {
        this.lifetime = lifetime;
        this.mostKept = mostKept;
        new SecureRandom().nextBytes(key);
    }

    public String mint(Instant at, String realm) {
        byte[] nonce = ByteBuffer.allocate(HEAD_BYTES + TAG_BYTES)
                .putLong(at.toEpochMilli())
                .putLong(number.incrementAndGet())
                .array();
        System.arraycopy(seal(nonce, realm), 0, nonce, HEAD_BYTES, TAG_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
    }

    private byte[] seal(byte[] nonce, String realm) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(nonce, 0, HEAD_BYTES);
            return Arrays.copyOf(mac.doFinal(realm.getBytes(StandardCharsets.UTF_8)), TAG_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /// When a nonce of ours was made; empty when it is not ours.
    public Optional<Instant> madeAt(String nonce, String realm) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(nonce);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != HEAD_BYTES + TAG_BYTES) {
            return Optional.empty();
        }
        byte[] tag = Arrays.copyOfRange(bytes, HEAD_BYTES, bytes.length);
        return MessageDigest.isEqual(tag, seal(bytes, realm))
                ? Optional.of(Instant.ofEpochMilli(ByteBuffer.wrap(bytes).getLong()))
                : Optional.empty();
    }

    /// Takes one use of a nonce whose answer was right.
    ///
    /// @param made when it was made
    /// @param count its nc
    /// @return false when the nonce is too old, or this count was used before: challenge anew
    public synchronized boolean use(String nonce, Instant made, long count, Instant now) {
        if (made.plus(lifetime).isBefore(now)) {
            return false;
        }
        Counts counts = used.get(nonce);
        if (counts == null) {
            if (!made.isAfter(forgottenUntil)) {
                return false;
            }
            counts = new Counts(made);
            used.put(nonce, counts);
            forget(now);
        }
        return counts.take(count);
    }

    private void forget(Instant now) {
        var eldest = used.values().iterator();
        while (eldest.hasNext()) {
            Instant made = eldest.next().made;
            boolean old = made.plus(lifetime).isBefore(now);
            if (!old && used.size() <= mostKept) {
                return;
            }
            eldest.remove();
            if (!old && made.isAfter(forgottenUntil)) {
                forgottenUntil = made;
            }
        }
    }

    /// The counts of one nonce that were used: the highest and which of the 63 below it, for those that overtake one
    /// another on the way.
    private static final class Counts {

        private final Instant made;
        private long highest;
        private long below;

        Counts(Instant made) {
            this.made = made;
        }

        boolean take(long count) {
            if (count > highest) {
                long ahead = count - highest;
                below = ahead >= Long.SIZE ? 1 : below << ahead | 1;
                highest = count;
                return true;
            }
            long behind = highest - count;
            long bit = behind < Long.SIZE ? 1L << behind : 0;
            if (count == 0 || bit == 0 || (below & bit) != 0) {
                return false;
            }
            below |= bit;
            return true;
        }
    }
}
