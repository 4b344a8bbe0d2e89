package org.hotline400.server.telephony.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.telephony.PhoneOrder;
import org.hotline400.server.telephony.Phones;
import org.hotline400.sip.ContactBinding;
import org.jspecify.annotations.Nullable;

/// A desk phone on the wire. The password is shown once: in the answer that made it.
///
/// @param id read only
/// @param tenant whose it is; only the operator may name another than his own
/// @param user what the phone logs in with, such as `shop-reception`; unique on the platform
/// @param password 10 to 64 characters; left out when a phone is added, one is made; left out in a change, the old
///     one stays
/// @param displayName shown to whom it calls
/// @param extension its number within the enterprise, 3 to 6 digits from 2 to 8 first, such as `8001`
/// @param enabled true by default; switched off, it can neither register nor call
/// @param registration read only: where it is
public record PhoneBody(
        @Nullable UUID id,
        @Nullable UUID tenant,
        @Nullable String user,
        @Nullable String password,
        @Nullable String displayName,
        @Nullable String extension,
        @Nullable Boolean enabled,
        @Nullable Registration registration) {

    @Override
    public String toString() {
        return "PhoneBody[" + user + ", " + extension + "]";
    }

    /// @param state `registered`, `unregistered`, `disabled`
    public record Registration(String state, List<Contact> contacts) {}

    /// One place where it can be reached.
    ///
    /// @param contact the URI it gave
    /// @param source the address and port its registration really came from
    /// @param transport `udp`, `tcp`, `tls`, `ws`, `wss`
    /// @param q 0 to 1, the higher rings first
    /// @param until when the registration lapses unless it is renewed
    public record Contact(
            String contact, String source, String transport, double q, Instant since, Instant until, String userAgent) {
        static Contact of(ContactBinding binding) {
            var address = binding.source().address();
            return new Contact(
                    binding.contact().toString(),
                    address.getAddress().getHostAddress() + ":" + address.getPort(),
                    binding.source().transport().name().toLowerCase(Locale.ROOT),
                    binding.priority() / 1000.0,
                    binding.since(),
                    binding.until(),
                    binding.userAgent());
        }
    }

    static PhoneBody of(Phones.Stored phone, List<ContactBinding> bindings) {
        var order = phone.order();
        return new PhoneBody(
                phone.id(),
                phone.tenant().value(),
                order.user(),
                null,
                order.displayName(),
                order.extension(),
                order.enabled(),
                registration(order, bindings));
    }

    private static Registration registration(PhoneOrder order, List<ContactBinding> bindings) {
        var contacts = bindings.stream().map(Contact::of).toList();
        if (!order.enabled()) {
            return new Registration("disabled", List.of());
        }
        return new Registration(contacts.isEmpty() ? "unregistered" : "registered", contacts);
    }

    /// The same with its password in clear, for the one answer that shows it.
    PhoneBody showing(String clear) {
        return new PhoneBody(id, tenant, user, clear, displayName, extension, enabled, registration);
    }

    /// Reads it, with everything that is wrong at once.
    ///
    /// @param before what is being changed; a password left out is taken from it, else made
    PhoneOrder read(Optional<PhoneOrder> before) {
        var checks = new Checks();
        var login = checks.read("user", "telephony.user", user, PhoneOrder::user);
        var secret = checks.readIfPresent("password", "telephony.password", password, PhoneOrder::password);
        var name = checks.readIfPresent("displayName", "telephony.display-name", displayName, PhoneOrder::displayName);
        var number =
                checks.read("extension", "telephony.extension", extension, text -> new Target.Extension(text).number());
        checks.done();
        return new PhoneOrder(
                login.get(),
                secret.or(() -> before.map(PhoneOrder::password)).orElseGet(Phones::newPassword),
                name.or(() -> before.map(PhoneOrder::displayName)).orElse(""),
                number.get(),
                enabled == null ? before.map(PhoneOrder::enabled).orElse(true) : enabled);
    }
}
