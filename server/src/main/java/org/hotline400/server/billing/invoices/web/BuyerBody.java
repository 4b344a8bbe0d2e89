package org.hotline400.server.billing.invoices.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hotline400.server.billing.invoices.Buyer;
import org.hotline400.server.billing.invoices.InvoiceKind;
import org.hotline400.server.enrolment.form.CreditCode;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.MistakeException;
import org.jspecify.annotations.Nullable;

/// To whom an invoice is made out, on the wire.
///
/// @param title 抬头, as in the business licence
/// @param taxNumber 税号: the unified social credit code
/// @param address with `phone`, `bank` and `account` for a special invoice; nothing of it otherwise, or all
/// @param mail where the invoice is sent
@JsonInclude(JsonInclude.Include.NON_NULL)
record BuyerBody(
        @Nullable String title,
        @Nullable String taxNumber,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String bank,
        @Nullable String account,
        @Nullable String mail) {
    private static final Pattern MAIL = Pattern.compile("[^@\\s,;]{1,64}@[^@\\s,;]{1,255}\\.[^@\\s,;.]{2,63}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9() -]{4,24}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{8,32}");
    private static final int LONGEST = 100;

    static BuyerBody of(Buyer buyer) {
        var seat = buyer.seat();
        return new BuyerBody(
                buyer.title(),
                buyer.taxNumber(),
                seat.map(Buyer.Seat::address).orElse(null),
                seat.map(Buyer.Seat::phone).orElse(null),
                seat.map(Buyer.Seat::bank).orElse(null),
                seat.map(Buyer.Seat::account).orElse(null),
                buyer.mail());
    }

    /// Reads it; what is wrong is in the checks then.
    Checks.Checked<Buyer> read(Checks checks, Optional<InvoiceKind> kind) {
        var named = checks.read("buyer.title", "invoices.title", title, BuyerBody::line);
        var number =
                checks.read("buyer.taxNumber", "invoices.tax-number", taxNumber, text -> new CreditCode(text.strip()));
        var to = checks.read("buyer.mail", "invoices.mail", mail, BuyerBody::mail);
        var wanted = kind.equals(Optional.of(InvoiceKind.SPECIAL)) || saysSeat();
        var seat = wanted ? seat(checks) : Optional.<Buyer.Seat>empty();
        return new Checks.Checked<>(named.value()
                .flatMap(one -> number.value()
                        .flatMap(code -> to.value().map(where -> new Buyer(one, code.text(), seat, where)))));
    }

    private boolean saysSeat() {
        return address != null || phone != null || bank != null || account != null;
    }

    private Optional<Buyer.Seat> seat(Checks checks) {
        var where = checks.read("buyer.address", "invoices.address", address, BuyerBody::line)
                .value();
        var call = checks.read("buyer.phone", "invoices.phone", phone, BuyerBody::phone)
                .value();
        var with = checks.read("buyer.bank", "invoices.bank", bank, BuyerBody::line)
                .value();
        var money = checks.read("buyer.account", "invoices.account", account, BuyerBody::account)
                .value();
        return where.isEmpty() || call.isEmpty() || with.isEmpty() || money.isEmpty()
                ? Optional.empty()
                : Optional.of(new Buyer.Seat(where.get(), call.get(), with.get(), money.get()));
    }

    private static String line(String text) {
        var line = text.strip();
        if (line.length() < 2 || line.length() > LONGEST || line.chars().anyMatch(Character::isISOControl)) {
            throw new MistakeException(
                    "has 2 to " + LONGEST + " characters in one line", "应为 2 到 " + LONGEST + " 个字符，不换行。");
        }
        return line;
    }

    private static String mail(String text) {
        return matching(
                MAIL, text, "is a mail address such as accounts@example.com", "应为邮箱地址，例如 accounts@example.com。");
    }

    private static String phone(String text) {
        return matching(PHONE, text, "is a telephone number such as 010-66668888", "应为电话号码，例如 010-66668888。");
    }

    private static String account(String text) {
        return matching(
                ACCOUNT,
                text.replace(" ", ""),
                "is the number of a bank account: 8 to 32 digits",
                "应为银行账号：8 到 32 位数字。");
    }

    private static String matching(Pattern form, String text, String english, String chinese) {
        if (!form.matcher(text.strip()).matches()) {
            throw new MistakeException(english, chinese);
        }
        return text.strip();
    }
}
