package org.hotline400.server.telephony;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.kernel.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The desk phones in memory, refreshed when they change.
@Component
class PhoneSnapshot implements PhoneDirectory {
    private final Phones phones;
    private final List<Consumer<DeskPhone>> locks = new CopyOnWriteArrayList<>();
    private volatile View view = new View(Map.of(), Map.of());

    PhoneSnapshot(Phones phones, ConfigurationChanges changes) {
        this.phones = phones;
        changes.subscribe("phones", this::refresh);
    }

    private record Place(TenantId tenant, String extension) {}

    private record View(Map<String, DeskPhone> byUser, Map<Place, DeskPhone> byExtension) {}

    @Override
    public Optional<DeskPhone> ofUser(String user) {
        return Optional.ofNullable(view.byUser().get(user));
    }

    @Override
    public Optional<DeskPhone> ofExtension(TenantId tenant, String extension) {
        return Optional.ofNullable(view.byExtension().get(new Place(tenant, extension)));
    }

    @Override
    public boolean isEmpty() {
        return view.byUser().isEmpty();
    }

    /// Hears of phones that must not stay registered: removed, switched off, or with another password.
    void whenLocked(Consumer<DeskPhone> listener) {
        locks.add(listener);
    }

    private void refresh() {
        var byUser = new HashMap<String, DeskPhone>();
        var byExtension = new HashMap<Place, DeskPhone>();
        for (var stored : phones.all()) {
            if (stored.order().enabled()) {
                var phone = new DeskPhone(stored.id(), stored.tenant(), stored.order());
                byUser.put(phone.user(), phone);
                byExtension.put(new Place(phone.tenant(), phone.extension()), phone);
            }
        }
        var before = view;
        view = new View(Map.copyOf(byUser), Map.copyOf(byExtension));
        before.byUser().values().stream()
                .filter(phone -> isLocked(phone, byUser.get(phone.user())))
                .forEach(phone -> locks.forEach(listener -> listener.accept(phone)));
    }

    private static boolean isLocked(DeskPhone before, @Nullable DeskPhone now) {
        return now == null
                || !now.id().equals(before.id())
                || !now.order().password().equals(before.order().password());
    }
}
