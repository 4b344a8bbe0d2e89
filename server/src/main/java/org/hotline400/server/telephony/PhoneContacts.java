package org.hotline400.server.telephony;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.sip.ContactBinding;
import org.hotline400.sip.Registrar;

/// Where an extension can be reached now: the contacts its phone registered, those of one q together, the higher q
/// first (RFC 3261 §16.6). Each is called where its registration came from, whatever it says.
final class PhoneContacts {
    private final PhoneDirectory phones;
    private final Registrar registrar;

    PhoneContacts(PhoneDirectory phones, Registrar registrar) {
        this.phones = phones;
        this.registrar = registrar;
    }

    /// Rounds of contacts that ring at once; empty when the extension has no phone, or it is not registered.
    List<List<Route>> rounds(TenantId tenant, Target.Extension extension) {
        return phones.ofExtension(tenant, extension.number()).map(this::rounds).orElse(List.of());
    }

    private List<List<Route>> rounds(DeskPhone phone) {
        var byPriority = new TreeMap<Integer, List<Route>>();
        for (var binding : registrar.bindings(phone.user())) {
            byPriority
                    .computeIfAbsent(binding.priority(), _ -> new ArrayList<>())
                    .add(route(phone, binding));
        }
        return List.copyOf(byPriority.descendingMap().values());
    }

    private static Route route(DeskPhone phone, ContactBinding binding) {
        return new Route(
                phone.line(),
                binding.contact(),
                Optional.of(binding.hop()),
                Optional.empty(),
                binding.routes(),
                new Showing.Untrusted());
    }
}
