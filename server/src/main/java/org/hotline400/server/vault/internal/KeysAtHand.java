package org.hotline400.server.vault.internal;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.vault.KeyRing;
import org.hotline400.server.vault.UnknownKeyException;
import org.hotline400.server.vault.cipher.AesGcm;
import org.hotline400.server.vault.cipher.WrappedKey;

/// The data keys in memory.
final class KeysAtHand implements KeyRing {
    private static final Comparator<DataKey> OLDEST_FIRST = Comparator.comparingInt(DataKey::generation);

    private final Set<TenantId> missed = ConcurrentHashMap.newKeySet();
    private volatile Snapshot snapshot = Snapshot.of(List.of());

    private record Snapshot(
            List<DataKey> all,
            Map<UUID, DataKey> wrapping,
            Map<TenantId, DataKey> newest,
            Map<Purpose, List<DataKey>> platform) {

        static Snapshot of(List<DataKey> keys) {
            Map<UUID, DataKey> wrapping = new HashMap<>();
            Map<TenantId, DataKey> newest = new HashMap<>();
            Map<Purpose, List<DataKey>> platform = new HashMap<>();
            for (DataKey key : keys.stream().sorted(OLDEST_FIRST).toList()) {
                switch (key.owner()) {
                    case KeyOwner.OfTenant(TenantId tenant) -> {
                        newest.put(tenant, key);
                        wrapping.put(key.id(), key);
                    }
                    case KeyOwner.OfPlatform(Purpose purpose) -> {
                        platform.computeIfAbsent(purpose, _ -> new ArrayList<>())
                                .addFirst(key);
                        if (purpose == Purpose.RECORDINGS || purpose == Purpose.FORMER_SEALING) {
                            wrapping.put(key.id(), key);
                        }
                    }
                }
            }
            return new Snapshot(List.copyOf(keys), wrapping, newest, platform);
        }
    }

    /// Replaces what is known.
    synchronized void replace(List<DataKey> keys) {
        snapshot = Snapshot.of(keys);
    }

    /// Adds one, unless it is known.
    synchronized void add(DataKey key) {
        if (all().noneMatch(key::equals)) {
            snapshot = Snapshot.of(Stream.concat(all(), Stream.of(key)).toList());
        }
    }

    Stream<DataKey> all() {
        return snapshot.all().stream();
    }

    /// By what tells each from all others.
    Map<KeyName, DataKey> byName() {
        return all().collect(Collectors.toMap(KeyName::of, Function.identity()));
    }

    /// What tells a key from all others: the former keys for sealing and for signing share their master key's
    /// id.
    record KeyName(UUID id, KeyOwner owner) {
        static KeyName of(DataKey key) {
            return new KeyName(key.id(), key.owner());
        }

        static KeyName of(KeyRow row) {
            return new KeyName(row.id(), row.owner());
        }
    }

    Optional<DataKey> newest(TenantId tenant) {
        return Optional.ofNullable(snapshot.newest().get(tenant));
    }

    /// A tenant's key; empty when it is not at hand or another's.
    Optional<DataKey> find(TenantId tenant, UUID id) {
        return Optional.ofNullable(snapshot.wrapping().get(id))
                .filter(key -> key.owner().equals(new KeyOwner.OfTenant(tenant)));
    }

    /// The platform's keys for this, newest first.
    List<DataKey> platform(Purpose purpose) {
        return snapshot.platform().getOrDefault(purpose, List.of());
    }

    /// @throws IllegalStateException when there is none: the vault was not opened
    DataKey newest(Purpose purpose) {
        return platform(purpose).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no key for " + purpose.code()));
    }

    @Override
    public UUID wrapperFor(TenantId tenant) {
        return newest(tenant)
                .orElseGet(() -> {
                    missed.add(tenant);
                    return newest(Purpose.RECORDINGS);
                })
                .id();
    }

    /// The tenants that had no key when one was asked for, and still have none.
    List<TenantId> missed() {
        missed.removeIf(tenant -> newest(tenant).isPresent());
        return List.copyOf(missed);
    }

    @Override
    public WrappedKey wrap(UUID wrapper, byte[] context, byte[] key) throws UnknownKeyException {
        byte[] nonce = AesGcm.random(AesGcm.NONCE_BYTES);
        return new WrappedKey(wrapper, nonce, AesGcm.seal(secret(wrapper), nonce, context, key));
    }

    @Override
    public SecretKey unwrap(WrappedKey wrapped, byte[] context) throws UnknownKeyException, GeneralSecurityException {
        return AesGcm.key(AesGcm.open(secret(wrapped.wrapper()), wrapped.nonce(), context, wrapped.sealed()));
    }

    private SecretKey secret(UUID wrapper) throws UnknownKeyException {
        DataKey key = snapshot.wrapping().get(wrapper);
        if (key == null) {
            throw new UnknownKeyException(wrapper);
        }
        return key.secret();
    }
}
