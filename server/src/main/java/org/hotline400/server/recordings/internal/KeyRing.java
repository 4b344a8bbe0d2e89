package org.hotline400.server.recordings.internal;

import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.hotline400.server.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/// The keys at hand, in memory, so that recording does not depend on the database. The key of a file is wrapped by
/// its tenant's key, or by the master key while the tenant's is not known yet.
final class KeyRing {
    private final MasterKey master;
    private final Set<TenantId> missed = ConcurrentHashMap.newKeySet();
    private volatile Map<TenantId, TenantKey> current = Map.of();
    private volatile Map<UUID, TenantKey> byId = Map.of();

    KeyRing(MasterKey master) {
        this.master = master;
    }

    record TenantKey(UUID id, TenantId tenant, SecretKey key) {}

    /// Replaces what is known of the tenants' keys. One key a tenant.
    void replace(Iterable<TenantKey> keys) {
        Map<UUID, TenantKey> fresh = new HashMap<>();
        keys.forEach(key -> fresh.put(key.id(), key));
        byId = Map.copyOf(fresh);
        current = fresh.values().stream().collect(Collectors.toUnmodifiableMap(TenantKey::tenant, key -> key));
    }

    MasterKey master() {
        return master;
    }

    /// The id of the key that wraps for this tenant now.
    UUID wrapperFor(TenantId tenant) {
        TenantKey key = current.get(tenant);
        if (key == null) {
            missed.add(tenant);
            return master.id();
        }
        return key.id();
    }

    /// The tenants that had no key when one was asked for, and still have none.
    List<TenantId> missed() {
        missed.removeIf(current::containsKey);
        return List.copyOf(missed);
    }

    WrappedKey wrapUnderMaster(byte[] context, byte[] key) {
        byte[] nonce = AesGcm.random(AesGcm.NONCE_BYTES);
        return new WrappedKey(master.id(), nonce, AesGcm.seal(master.wrapping(), nonce, context, key));
    }

    WrappedKey wrap(UUID wrapper, byte[] context, byte[] key) throws UnknownKeyException {
        byte[] nonce = AesGcm.random(AesGcm.NONCE_BYTES);
        return new WrappedKey(wrapper, nonce, AesGcm.seal(key(wrapper), nonce, context, key));
    }

    SecretKey unwrap(WrappedKey wrapped, byte[] context) throws UnknownKeyException, DamagedRecordingException {
        SecretKey wrapper = key(wrapped.wrapper());
        try {
            return AesGcm.key(AesGcm.open(wrapper, wrapped.nonce(), context, wrapped.sealed()));
        } catch (GeneralSecurityException e) {
            throw new DamagedRecordingException("its header is not the one it was written with");
        }
    }

    private SecretKey key(UUID wrapper) throws UnknownKeyException {
        if (wrapper.equals(master.id())) {
            return master.wrapping();
        }
        @Nullable TenantKey key = byId.get(wrapper);
        if (key == null) {
            throw new UnknownKeyException(wrapper);
        }
        return key.key();
    }
}
