package org.hotline400.server.telephony;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hotline400.server.kernel.TenantId;

/// Desk phones of a test.
final class KnownPhones implements PhoneDirectory {
    static final String NAME = "Front Desk";
    static final String PASSWORD = "clearly-fake-secret";

    private final Map<String, DeskPhone> all = new ConcurrentHashMap<>();

    DeskPhone add(TenantId tenant, String user, String extension) {
        var phone = new DeskPhone(UUID.randomUUID(), tenant, new PhoneOrder(user, PASSWORD, NAME, extension, true));
        all.put(user, phone);
        return phone;
    }

    @Override
    public Optional<DeskPhone> ofUser(String user) {
        return Optional.ofNullable(all.get(user));
    }

    @Override
    public Optional<DeskPhone> ofExtension(TenantId tenant, String extension) {
        return all.values().stream()
                .filter(phone ->
                        phone.tenant().equals(tenant) && phone.extension().equals(extension))
                .findFirst();
    }

    @Override
    public boolean isEmpty() {
        return all.isEmpty();
    }
}
