package org.hotline400.server.tariffs.web;

import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.tariffs.contracts.ContractDesk.Quoted;
import org.hotline400.server.tariffs.contracts.ContractOutcome;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;

/// What those hear who want a contract changed.
final class ContractAnswers {
    static final Problem UNKNOWN = Problem.notFound("contracts.unknown", "There is no such contract.", "没有此合同。");
    private static final Problem NOT_OFFERED = Problem.conflict(
            "contracts.not-offered", "No such package is sold today, or it has no such term.", "该套餐目前不在售，或没有这一合约期。");

    private ContractAnswers() {}

    static Contract contract(ContractOutcome outcome) {
        return switch (outcome) {
            case ContractOutcome.Done(var contract) -> contract;
            case ContractOutcome.AsBefore(var contract) -> contract;
            case ContractOutcome.Unknown() -> throw new ProblemException(UNKNOWN);
            case ContractOutcome.NotOffered() -> throw new ProblemException(NOT_OFFERED);
            case ContractOutcome.Past(var today) ->
                throw refusal(
                        "contracts.past",
                        "Today is " + today + " in Asia/Shanghai: a change counts from today, an end from tomorrow on.",
                        "今天是 " + today + "：变更最早今天生效，终止最早明天生效。");
            case ContractOutcome.NotBegun(var starts) ->
                throw refusal(
                        "contracts.not-begun", "The contract begins on " + starts + ".", "合同自 " + starts + " 起生效。");
            case ContractOutcome.Ended(var ends) ->
                throw refusal("contracts.ended", "The contract ends on " + ends + " already.", "合同已于 " + ends + " 终止。");
            case ContractOutcome.NumberGone(var number) ->
                throw refusal(
                        "contracts.number-gone",
                        "The contract runs out because its holder does not have " + number
                                + " in service any more: take the number back first.",
                        "号码 " + number + " 已不在该客户名下使用，合同随之终止；如需变更，请先恢复该号码。");
            case ContractOutcome.Bound(var until) ->
                throw refusal(
                        "contracts.bound",
                        "A smaller package, or none with a term, can be had from " + until
                                + " on, the end of the term.",
                        "合约期至 " + until + "，到期后方可降低套餐或取消合约期。");
        };
    }

    static QuoteBody quote(Quoted quoted) {
        return switch (quoted) {
            case Quoted.Offer(var quote) -> QuoteBody.of(quote);
            case Quoted.Refused(ContractOutcome.AsBefore _) ->
                throw refusal("contracts.as-before", "This is agreed already.", "已是如此约定，无需变更。");
            case Quoted.Refused(var outcome) -> {
                var _ = contract(outcome);
                throw new IllegalStateException("a quote was refused by " + outcome);
            }
        };
    }

    private static ProblemException refusal(String code, String english, String chinese) {
        return new ProblemException(Problem.conflict(code, english, chinese));
    }
}
