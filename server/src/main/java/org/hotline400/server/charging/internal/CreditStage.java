package org.hotline400.server.charging.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.calls.Admission;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.calls.HangUp;
import org.hotline400.server.calls.Why;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.prompts.PromptName;
import org.hotline400.server.tariffs.Component;

/// Lets a call begin whose first block can be paid: reserves it, and counts from then on. A number without a contract
/// is not charged.
public final class CreditStage implements Admission {
    private static final PromptName BUSY = new PromptName("system-too-many-calls");

    private final Rulebook rules;
    private final Purse purse;
    private final Caps caps;
    private final ChargedCalls calls;
    private final Exhaustion exhaustion;

    public CreditStage(Rulebook rules, Purse purse, Caps caps, ChargedCalls calls, Exhaustion exhaustion) {
        this.rules = rules;
        this.purse = purse;
        this.caps = caps;
        this.calls = calls;
        this.exhaustion = exhaustion;
    }

    @Override
    public Stage stage() {
        return Stage.CREDIT;
    }

    @Override
    public Verdict admit(Request call) {
        return rules.find(call.number(), LocalDate.ofInstant(call.at(), BusinessTime.ZONE))
                .filter(contract -> contract.tenant().equals(call.tenant()))
                .filter(contract -> !contract.isFree())
                .map(contract -> admit(call, contract))
                .orElseGet(Verdict.Admitted::freely);
    }

    private Verdict admit(Request call, PricedContract contract) {
        var payer = rules.payer(call.tenant());
        if (payer.isEmpty()) {
            return unavailable("who pays for the number is not known here yet: its account is opened within a minute");
        }
        var capped = caps.refusal(payer.get(), call.at(), calls.count(call.tenant()))
                .or(() -> caps.refusal(contract, call.plan().settings().capacity(), call.at()));
        if (capped.isPresent()) {
            return new Verdict.Refused(EndReason.CAPPED, HangUp.NOT_IN_SERVICE, List.of(BUSY), capped.get());
        }
        var charge = new CallCharge(
                call.id(), contract, payer.get(), () -> rules.bundles(contract.contract(), call.at()), purse);
        return switch (charge.open(first(call, contract), call.at())) {
            case ENOUGH -> {
                calls.add(charge);
                yield new Verdict.Admitted(Optional.empty(), Optional.empty(), Optional.of(charge));
            }
            case SHORT -> inArrears(call, contract);
            case AWAY -> offline(charge);
        };
    }

    private Verdict inArrears(Request call, PricedContract contract) {
        exhaustion.suspect(call.tenant());
        var price = CallCost.of(contract, first(call, contract), List.of()).total();
        return new Verdict.Refused(
                EndReason.REJECTED_ARREARS,
                HangUp.ARREARS,
                call.plan().settings().sounds().arrears(),
                "nothing is left to pay the first block with, " + price + " yuan");
    }

    private Verdict offline(CallCharge charge) {
        if (charge.payer().isPrepaid() || !calls.addUnreserved(charge)) {
            return unavailable("nothing can be reserved for the call: the database cannot be asked");
        }
        return new Verdict.Admitted(Optional.empty(), Optional.of(Why.CREDIT_OF_THIS_NODE), Optional.of(charge));
    }

    private static Verdict unavailable(String why) {
        return new Verdict.Refused(EndReason.PLATFORM_FAILURE, HangUp.OVERLOADED, List.of(BUSY), why);
    }

    /// What a call may begin with, each for its first moment: the platform's part and the dearest talk that its plan
    /// can lead to.
    private static List<Stretch> first(Request call, PricedContract contract) {
        var first = new ArrayList<Stretch>();
        add(first, Component.PLATFORM, call.at());
        var talks = Components.talks(call.plan());
        dearest(contract, talks, call.at()).ifPresent(one -> add(first, one, call.at()));
        if (!talks.isEmpty() && call.plan().settings().recording().on()) {
            add(first, Component.RECORDING, call.at());
        }
        return first;
    }

    private static Optional<Component> dearest(PricedContract contract, Collection<Component> talks, Instant at) {
        Component dearest = null;
        var most = new Money(-1);
        for (var talk : talks) {
            var cost = cost(contract, talk, at);
            if (cost.compareTo(most) > 0) {
                dearest = talk;
                most = cost;
            }
        }
        return Optional.ofNullable(dearest);
    }

    private static Money cost(PricedContract contract, Component component, Instant at) {
        var first = new ArrayList<Stretch>();
        add(first, component, at);
        return CallCost.of(contract, first, List.of()).total();
    }

    private static void add(List<Stretch> stretches, Component component, Instant at) {
        stretches.add(new Stretch(component, "", at, at.plusMillis(1)));
    }

    @Override
    public void release(CallId call) {
        calls.remove(call);
    }
}
