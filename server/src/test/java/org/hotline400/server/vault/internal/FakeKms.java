package org.hotline400.server.vault.internal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline400.server.vault.MasterKeyException;
import org.hotline400.server.vault.MasterKeyProvider;
import org.hotline400.server.vault.MasterKeySource;

/// A key management service that can be silent and can refuse. Public, because `ServiceLoader` makes it.
public final class FakeKms implements MasterKeyProvider {

    @Override
    public String scheme() {
        return "fake-kms";
    }

    @Override
    public MasterKeySource open(String address) {
        return new Key(address);
    }

    /// One of its keys: the same for the same address.
    static final class Key implements MasterKeySource {
        private final String address;
        private final MasterKey inside;
        final AtomicInteger asked = new AtomicInteger();
        volatile boolean silent;
        volatile boolean refuses;

        Key(String address) {
            this.address = address;
            byte[] secret = new byte[32];
            secret[0] = (byte) address.hashCode();
            inside = new MasterKey(secret, address);
        }

        @Override
        public String id() {
            return address;
        }

        @Override
        public String place() {
            return "the fake KMS";
        }

        @Override
        public byte[] wrap(byte[] key, String context) {
            answer();
            return inside.wrap(key, context);
        }

        @Override
        public byte[] unwrap(byte[] wrapped, String context) {
            answer();
            return inside.unwrap(wrapped, context);
        }

        private void answer() {
            asked.incrementAndGet();
            if (refuses) {
                throw new MasterKeyException.Refused("the fake KMS: access denied");
            }
            if (silent) {
                try {
                    new CountDownLatch(1).await(1, TimeUnit.MINUTES);
                } catch (InterruptedException e) {
                    throw new MasterKeyException.Unavailable("the fake KMS was interrupted", e);
                }
            }
        }
    }
}
