package org.hotline400.server.billing.payments.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hotline400.server.billing.MoneyContact;
import org.hotline400.server.billing.MoneyContacts;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.identity.SignInName;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.MistakeException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who hears of an enterprise's money.
@RestController
@RequestMapping("/api/v1/money-contact")
@Tag(name = "payments")
class MoneyContactController {
    private static final Scope READ = Scope.read("payments");
    private static final Scope WRITE = Scope.write("payments");
    private static final Pattern MOBILE = Pattern.compile("1[0-9]{10}");

    private final MoneyContacts contacts;
    private final Transactions transactions;

    MoneyContactController(MoneyContacts contacts, Transactions transactions) {
        this.contacts = contacts;
        this.transactions = transactions;
    }

    /// @param mail an address
    /// @param mobile eleven digits
    record MoneyContactBody(@Nullable String mail, @Nullable String mobile) {
        static MoneyContactBody of(Optional<MoneyContact> contact) {
            return new MoneyContactBody(
                    contact.flatMap(MoneyContact::mail).orElse(null),
                    contact.flatMap(MoneyContact::mobile).orElse(null));
        }
    }

    @GetMapping
    @Operation(
            summary = "Shows who hears of the enterprise's money",
            description = "Empty: by mail whoever pays the bills, or the owner.")
    MoneyContactBody show(Caller caller) {
        caller.require(READ);
        return MoneyContactBody.of(transactions.asTenant(caller.tenant(), () -> contacts.named(caller.tenant())));
    }

    @PutMapping
    @Operation(
            summary = "Says who hears of the enterprise's money, by mail and text message; {} for nobody in particular")
    MoneyContactBody name(Caller caller, @RequestBody MoneyContactBody body) {
        caller.require(WRITE);
        var checks = new Checks();
        var mail = checks.readIfPresent("mail", "malformed", body.mail(), SignInName::mail)
                .map(SignInName::text);
        var mobile = checks.readIfPresent("mobile", "malformed", body.mobile(), MoneyContactController::mobile);
        checks.done();
        transactions.asTenant(caller.tenant(), () -> {
            if (mail.isEmpty() && mobile.isEmpty()) {
                contacts.forget(caller.tenant());
            } else {
                contacts.name(caller.tenant(), new MoneyContact(mail, mobile));
            }
        });
        return new MoneyContactBody(mail.orElse(null), mobile.orElse(null));
    }

    private static String mobile(String text) {
        var digits = text.replaceAll("[\\s-]", "");
        if (!MOBILE.matcher(digits).matches()) {
            throw new MistakeException("is a mobile number of eleven digits", "应为 11 位手机号码。");
        }
        return digits;
    }
}
