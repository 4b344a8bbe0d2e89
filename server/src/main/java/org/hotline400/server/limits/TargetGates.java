package org.hotline400.server.limits;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hotline400.server.calls.TargetLimits;
import org.hotline400.server.calls.Why;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.limits.internal.CallGate;
import org.hotline400.server.limits.internal.Gate;
import org.hotline400.server.limits.internal.Gates;
import org.hotline400.server.limits.internal.Passage;

/// The places of targets, counted over all nodes as those of numbers are.
final class TargetGates implements TargetLimits {
    private final Gates gates;

    TargetGates(Gates gates) {
        this.gates = gates;
    }

    @Override
    public Optional<Taken> tryTake(TenantId tenant, HotlineNumber number, String target, int most) {
        if (target.isBlank() || most < 1) {
            throw new IllegalArgumentException("a target has a name and at least one place");
        }
        var gate = gates.calls(new Gate(tenant, number, target));
        return switch (gate.take(new CallGate.Most(most, 0))) {
            case Passage.Granted granted -> Optional.of(new Place(gate, granted.locally(), new AtomicBoolean()));
            case Passage.Denied _ -> Optional.empty();
        };
    }

    private record Place(CallGate gate, boolean locally, AtomicBoolean released) implements Taken {

        @Override
        public void release() {
            if (released.compareAndSet(false, true)) {
                gate.over();
            }
        }

        @Override
        public Optional<Why> note() {
            return locally ? Optional.of(Why.LIMITS_OF_THIS_NODE) : Optional.empty();
        }
    }
}
