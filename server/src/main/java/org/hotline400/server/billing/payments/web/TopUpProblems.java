package org.hotline400.server.billing.payments.web;

import org.hotline400.server.billing.payments.PayWay;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.web.Problem;

/// What is refused here, and why.
final class TopUpProblems {
    static final Problem UNKNOWN = Problem.notFound("top-ups.unknown", "There is no such top-up.", "没有这笔充值。");
    static final Problem REFUND_UNKNOWN =
            Problem.notFound("top-ups.refund-unknown", "There is no such refund.", "没有这笔退款。");
    static final Problem ODD_UNKNOWN = Problem.notFound(
            "top-ups.odd-unknown",
            "There is no such payment that waits to be settled, or no such top-up.",
            "没有这笔待核对收款，或没有这笔充值。");
    static final Problem KEY_USED = Problem.conflict(
            "top-ups.key-used",
            "This Idempotency-Key came with something else before; take a new one.",
            "此 Idempotency-Key 已用于另一请求，请换一个。");
    static final Problem NOT_BY_TRANSFER = Problem.conflict(
            "top-ups.not-by-transfer",
            "This top-up is paid online; its provider tells what came.",
            "该充值为在线支付，由支付平台通知到账，不能手工确认。");
    static final Problem NOT_NOW =
            Problem.conflict("top-ups.not-now", "Where it stands, this cannot happen.", "当前状态下不能执行此操作。");
    static final Problem SAME_PERSON = Problem.conflict(
            "top-ups.same-person",
            "Whoever asked for a refund cannot approve it: a second person does.",
            "退款须由发起人以外的另一人审批。");
    static final Problem AWAY = new Problem(
            503,
            "top-ups.provider-away",
            "The payment provider does not answer now; try again soon with the same Idempotency-Key.",
            "支付平台暂时没有响应，请稍后用同一 Idempotency-Key 重试。");
    static final Problem PROVIDER_REFUSED = new Problem(
            502,
            "top-ups.provider-refused",
            "The payment provider refused this; please take another way or ask the operator.",
            "支付平台拒绝了该请求，请换一种方式或联系运营商。");

    private TopUpProblems() {}

    static Problem notOffered(PayWay way) {
        return Problem.conflict(
                "top-ups.not-offered", "Paying by " + way.code() + " is not offered here.", "本平台未开通该支付方式。");
    }

    static Problem bankReferenceUsed(String reference) {
        return Problem.conflict(
                "payments.bank-reference-used",
                "This bank reference stands for another movement already, at " + reference + ".",
                "该银行流水号已登记在 " + reference + " 名下的另一笔款项。");
    }

    static Problem moreThanKept(Money left) {
        return Problem.conflict(
                "top-ups.more-than-kept", "Only " + left + " yuan of it can go back.", "该充值可退金额只有 " + left + " 元。");
    }

    static Problem spent(Money unspent) {
        return Problem.conflict(
                "top-ups.spent",
                "The customer has only " + unspent + " yuan unspent; what is spent does not go back.",
                "客户账户未使用余额只有 " + unspent + " 元，已消费的金额不能退。");
    }
}
