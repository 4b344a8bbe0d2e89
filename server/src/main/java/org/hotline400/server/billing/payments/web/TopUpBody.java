package org.hotline400.server.billing.payments.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.billing.payments.Refund;
import org.hotline400.server.billing.payments.TopUp;
import org.hotline400.server.billing.payments.TopUpEntry;
import org.hotline400.server.enrolment.payments.Payments;
import org.jspecify.annotations.Nullable;

/// A top-up as it is told.
///
/// @param reference `HT…`, to be written into a transfer
/// @param way `bank-transfer`, `alipay`, `wechat-pay`
/// @param amount that was asked for
/// @param state `asked`, `paid`, `partly-refunded`, `refunded`, `closed`, `expired`
/// @param forBill the bill's number that it is meant for
/// @param howToPay absent when nothing is to come
/// @param entries what has moved; in the answer of one top-up
record TopUpBody(
        String id,
        String tenant,
        String reference,
        String way,
        String amount,
        String state,
        String received,
        String refunded,
        @Nullable String forBill,
        String by,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant paidAt,
        @Nullable Instant endedAt,
        @Nullable HowToTopUp howToPay,
        @Nullable List<TopUpEntryBody> entries,
        @Nullable List<RefundBody> refunds) {

    /// @param page Alipay's page, to be opened
    /// @param qrCode what a QR code for WeChat says
    /// @param account absent when the operator has set none
    /// @param remark to be written into the transfer
    record HowToTopUp(
            @Nullable String page,
            @Nullable String qrCode,
            @Nullable TransferTo account,
            @Nullable String remark,
            PayWords text) {

        static HowToTopUp byTransfer(TopUp topUp, Optional<Payments.Account> account) {
            var remark = topUp.reference();
            return new HowToTopUp(
                    null,
                    null,
                    account.map(one -> new TransferTo(one.holder(), one.bank(), one.number()))
                            .orElse(null),
                    remark,
                    account.isPresent()
                            ? new PayWords(
                                    "请转账到以上账户，并在附言（用途）中填写 " + remark + "。到账后由财务人员确认。",
                                    "Please transfer to this account and write " + remark
                                            + " into the remark. Finance staff confirm it when it has arrived.")
                            : new PayWords(
                                    "请向运营商索取收款账户，并在附言（用途）中填写 " + remark + "。",
                                    "Please ask the operator for the account, and write " + remark
                                            + " into the remark."));
        }

        static HowToTopUp online(TopUp topUp, String page) {
            return switch (topUp.way()) {
                case WECHAT_PAY ->
                    new HowToTopUp(
                            null,
                            page,
                            null,
                            null,
                            new PayWords("请用微信扫描二维码付款。", "Please scan the QR code with WeChat."));
                case ALIPAY, BANK_TRANSFER ->
                    new HowToTopUp(
                            page, null, null, null, new PayWords("请在支付宝页面完成付款。", "Please pay on Alipay's page."));
            };
        }
    }

    record TransferTo(String holder, String bank, String number) {}

    record PayWords(String zh, String en) {}

    /// @param kind `received`, `refunded`
    /// @param transaction what bank or provider calls it
    /// @param on the day of the statement
    record TopUpEntryBody(
            UUID id, String kind, String amount, String transaction, LocalDate on, String note, String by, Instant at) {
        static TopUpEntryBody of(TopUpEntry entry) {
            return new TopUpEntryBody(
                    entry.id(),
                    entry.kind().code(),
                    entry.amount().toString(),
                    entry.transaction(),
                    entry.on(),
                    entry.note(),
                    entry.by(),
                    entry.at());
        }
    }

    static TopUpBody of(TopUp topUp) {
        return body(topUp, Optional.empty(), null, null);
    }

    static TopUpBody of(TopUp topUp, Optional<HowToTopUp> howToPay, List<TopUpEntry> entries, List<Refund> refunds) {
        return body(
                topUp,
                howToPay,
                entries.stream().map(TopUpEntryBody::of).toList(),
                refunds.stream().map(RefundBody::of).toList());
    }

    private static TopUpBody body(
            TopUp topUp,
            Optional<HowToTopUp> howToPay,
            @Nullable List<TopUpEntryBody> entries,
            @Nullable List<RefundBody> refunds) {
        var dates = topUp.dates();
        return new TopUpBody(
                topUp.id().toString(),
                topUp.tenant().toString(),
                topUp.reference(),
                topUp.way().code(),
                topUp.amount().toString(),
                topUp.state().code(),
                topUp.state().received().toString(),
                topUp.state().refunded().toString(),
                topUp.forBill().orElse(null),
                topUp.by().name(),
                dates.created(),
                dates.expires(),
                dates.paid().orElse(null),
                dates.ended().orElse(null),
                howToPay.orElse(null),
                entries,
                refunds);
    }
}
