package org.hotline400.server.limits;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hotline400.server.calls.Admission;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.limits.internal.Gate;
import org.hotline400.server.limits.internal.Gates;
import org.hotline400.server.limits.internal.Passage;
import org.hotline400.server.limits.internal.SecondGate;

/// Refuses calls of a number that has had its calls of the second.
final class RateStage implements Admission {
    private final Gates gates;
    private final PlanLimits plans;
    private final Map<CallId, Ticket> tickets = new ConcurrentHashMap<>();

    RateStage(Gates gates, PlanLimits plans) {
        this.gates = gates;
        this.plans = plans;
    }

    private record Ticket(SecondGate gate, Passage.Granted granted) {}

    @Override
    public Stage stage() {
        return Stage.RATE;
    }

    @Override
    public Verdict admit(Request call) {
        int most = plans.of(call.plan()).perSecond();
        if (most == 0) {
            return Verdict.Admitted.freely();
        }
        var gate = gates.second(Gate.of(call.tenant(), call.number()));
        return switch (gate.take(most)) {
            case Passage.Granted granted -> {
                tickets.put(call.id(), new Ticket(gate, granted));
                yield NumberLines.admitted(granted);
            }
            case Passage.Denied denied -> NumberLines.refused(denied);
        };
    }

    @Override
    public void release(CallId call) {
        tickets.remove(call);
    }

    @Override
    public void withdraw(CallId call) {
        var ticket = tickets.remove(call);
        if (ticket != null) {
            ticket.gate().withdraw(ticket.granted());
        }
    }
}
