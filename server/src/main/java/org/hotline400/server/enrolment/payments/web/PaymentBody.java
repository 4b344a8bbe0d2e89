package org.hotline400.server.enrolment.payments.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hotline400.server.enrolment.payments.Payment;
import org.hotline400.server.enrolment.payments.PaymentEntry;
import org.hotline400.server.enrolment.payments.Payments;
import org.hotline400.server.enrolment.payments.Quote;
import org.jspecify.annotations.Nullable;

/// A payment on the wire. Amounts in yuan.
///
/// @param reference to be written into the transfer
/// @param missing what is still to come
/// @param owedBack what is to be refunded
/// @param askedAt when it was asked for; absent as long as it is only quoted
/// @param howToPay absent when nothing is to come
/// @param entries movements on the bank account; for the operator, and in the answer of one payment
record PaymentBody(
        String id,
        String application,
        String tenant,
        String reference,
        String state,
        QuoteBody quote,
        String total,
        String received,
        String refunded,
        String missing,
        String owedBack,
        Instant createdAt,
        @Nullable Instant askedAt,
        @Nullable Instant dueAt,
        @Nullable Instant settledAt,
        @Nullable Instant closedAt,
        @Nullable HowToPay howToPay,
        @Nullable List<EntryBody> entries) {

    /// @param listedFee of the number by the price list
    /// @param setUpFee of the number as it is paid
    /// @param numberClass `ordinary`, `special`, `premium`
    /// @param promotion that the number was taken by
    /// @param rent for `rentMonths` months, paid in advance
    record QuoteBody(
            String number,
            String numberClass,
            String listedFee,
            @Nullable PromotionBody promotion,
            String setUpFee,
            String tariff,
            int tariffVersion,
            int termMonths,
            int rentMonths,
            String rent) {
        static QuoteBody of(Quote quote) {
            var setUp = quote.setUp();
            var rent = quote.rent();
            return new QuoteBody(
                    setUp.number().digits(),
                    setUp.sold().code(),
                    setUp.listed().toString(),
                    setUp.promotion()
                            .map(one -> new PromotionBody(one.id(), one.chinese(), one.english()))
                            .orElse(null),
                    setUp.fee().toString(),
                    rent.tariff(),
                    rent.version(),
                    rent.termMonths(),
                    rent.months(),
                    rent.amount().toString());
        }
    }

    /// @param zh its name in Chinese
    /// @param en its name in English
    record PromotionBody(UUID id, String zh, String en) {}

    /// @param way `bank-transfer`
    /// @param account absent when the operator has set none
    /// @param remark to be written into the transfer
    /// @param text how to pay, in both languages
    record HowToPay(
            String way,
            @Nullable AccountBody account,
            @Nullable String remark,
            @Nullable String page,
            Words text) {}

    record AccountBody(String holder, String bank, String number) {}

    record Words(String zh, String en) {}

    /// @param kind `received`, `refunded`
    /// @param on the day of the bank's statement
    record EntryBody(
            UUID id,
            String kind,
            String amount,
            String bankReference,
            LocalDate on,
            String note,
            String by,
            Instant at) {
        static EntryBody of(PaymentEntry entry) {
            return new EntryBody(
                    entry.id(),
                    entry.kind().code(),
                    entry.amount().toString(),
                    entry.bankReference().text(),
                    entry.on(),
                    entry.note(),
                    entry.by().name(),
                    entry.at());
        }
    }

    static PaymentBody of(Payment payment) {
        return body(payment, null, null);
    }

    /// With how to pay it.
    static PaymentBody of(Payment payment, Payments way) {
        return body(payment, howToPay(payment, way), null);
    }

    /// With what has moved.
    static PaymentBody of(Payment payment, List<PaymentEntry> entries) {
        return body(payment, null, entries.stream().map(EntryBody::of).toList());
    }

    private static PaymentBody body(Payment payment, @Nullable HowToPay howToPay, @Nullable List<EntryBody> entries) {
        var dates = payment.dates();
        return new PaymentBody(
                payment.id().toString(),
                payment.application().toString(),
                payment.tenant().toString(),
                payment.reference(),
                payment.state().code(),
                QuoteBody.of(payment.quote()),
                payment.total().toString(),
                payment.received().toString(),
                payment.refunded().toString(),
                payment.missing().toString(),
                payment.owedBack().toString(),
                dates.created(),
                dates.asked().orElse(null),
                dates.due().orElse(null),
                dates.settled().orElse(null),
                dates.closed().orElse(null),
                howToPay,
                entries);
    }

    private static @Nullable HowToPay howToPay(Payment payment, Payments way) {
        return switch (payment.state()) {
            case OPEN, PARTLY_PAID -> howToPay(way.way(), way.begin(payment));
            case QUOTED, PAID, OVERPAID, CANCELLED, REFUND_OWED, REFUNDED -> null;
        };
    }

    private static HowToPay howToPay(String way, Payments.Beginning beginning) {
        return switch (beginning) {
            case Payments.Beginning.ByTransfer(var account, var remark) ->
                new HowToPay(
                        way,
                        account.map(one -> new AccountBody(one.holder(), one.bank(), one.number()))
                                .orElse(null),
                        remark,
                        null,
                        account.isPresent()
                                ? new Words(
                                        "请转账到以上账户，并在附言（用途）中填写 " + remark + "。到账后由财务人员确认。",
                                        "Please transfer to this account and write " + remark
                                                + " into the remark. Finance staff confirm it when it has arrived.")
                                : new Words(
                                        "请向运营商索取收款账户，并在附言（用途）中填写 " + remark + "。",
                                        "Please ask the operator for the account, and write " + remark
                                                + " into the remark."));
            case Payments.Beginning.OnPage(var page) ->
                new HowToPay(
                        way,
                        null,
                        null,
                        page.toString(),
                        new Words("请在支付页面完成付款。", "Please pay on the provider's page."));
            case Payments.Beginning.Unavailable(var english, var chinese, var _) ->
                new HowToPay(way, null, null, null, new Words(chinese, english));
        };
    }
}
