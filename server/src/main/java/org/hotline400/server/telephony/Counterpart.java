package org.hotline400.server.telephony;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hotline400.server.calls.LegQuality;
import org.hotline400.sip.EndReason;
import org.jspecify.annotations.Nullable;

/// The target that a caller talks to, or will; and what is kept of those before. Used by the call's own thread.
final class Counterpart {
    private final List<LegQuality> before = new ArrayList<>();
    private @Nullable Reached reached;
    private OptionalInt cause = OptionalInt.empty();

    /// @param target as in the plan
    private record Reached(TargetSide side, String target) {
        LegQuality quality() {
            return side.quality(target);
        }
    }

    /// @param target as in the plan
    void reached(TargetSide side, String target) {
        reached = new Reached(side, target);
    }

    /// The side that was reached and not yet released.
    Optional<TargetSide> side() {
        return Optional.ofNullable(reached).map(Reached::side);
    }

    /// Ends its leg, if there is one.
    ///
    /// @param callersCause the Q.850 cause with which the caller hung up, to be carried on
    void release(OptionalInt callersCause) {
        if (reached == null) {
            return;
        }
        before.add(reached.quality());
        cause = reached.side().cause();
        try (var side = reached.side()) {
            callersCause.ifPresent(said -> side.end(EndReason.of(200, said, "The caller hung up")));
        }
        reached = null;
    }

    /// The Q.850 cause with which the last one hung up, to be carried on to the caller; empty when other things
    /// happened since.
    OptionalInt cause() {
        return cause;
    }

    /// Something else happens to the caller.
    void forgetCause() {
        cause = OptionalInt.empty();
    }

    /// Of all, in their order.
    List<LegQuality> quality() {
        var all = new ArrayList<>(before);
        if (reached != null) {
            all.add(reached.quality());
        }
        return all;
    }
}
