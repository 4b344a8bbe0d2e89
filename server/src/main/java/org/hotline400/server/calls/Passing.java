package org.hotline400.server.calls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One call's way through the stages of admission, and back: each stage that admitted it hears once, and only
/// once, that the call is over, or that a later stage refused it. Belongs to the call's thread.
final class Passing {
    private static final Logger log = LoggerFactory.getLogger(Passing.class);

    private final List<Admission> stages;
    private final Admission.Request request;
    private final List<Admission> admitted = new ArrayList<>();
    private Duration atMost;
    private Optional<CallMeter> meter = Optional.empty();
    private boolean through;

    Passing(List<Admission> stages, Admission.Request request) {
        this.stages = stages;
        this.request = request;
        this.atMost = request.plan().settings().limits().atMost();
    }

    /// Asks stage after stage; what they answer is noted.
    ///
    /// @return the first refusal; empty when all admitted the call
    Optional<Admission.Verdict.Refused> through(CallNotes notes) {
        for (var stage : stages) {
            switch (stage.admit(request)) {
                case Admission.Verdict.Admitted yes -> {
                    admitted.add(stage);
                    yes.limit().ifPresent(this::shorten);
                    meter = yes.meter().or(() -> meter);
                    yes.note().ifPresent(why -> notes.because(why, Map.of()));
                }
                case Admission.Verdict.Refused no -> {
                    notes.because(Why.NOT_ADMITTED, Map.of("reason", no.reason().code(), "text", no.detail()));
                    // What it held is for others while this caller is told why.
                    giveBack(before -> before.withdraw(request.id()));
                    return Optional.of(no);
                }
            }
        }
        through = true;
        return Optional.empty();
    }

    private void shorten(Duration limit) {
        atMost = limit.compareTo(atMost) < 0 ? limit : atMost;
    }

    /// The longest that the call may last.
    Duration atMost() {
        return atMost;
    }

    /// What counts the call's cost; empty: nothing does.
    Optional<CallMeter> meter() {
        return meter;
    }

    /// The call is over, or a stage failed.
    void over() {
        giveBack(stage -> {
            if (through) {
                stage.release(request.id());
            } else {
                stage.withdraw(request.id());
            }
        });
    }

    private void giveBack(Consumer<Admission> how) {
        while (!admitted.isEmpty()) {
            var stage = admitted.removeLast();
            try {
                how.accept(stage);
            } catch (RuntimeException e) {
                log.error("call {}: stage {} failed to give it back", request.id(), stage.stage(), e);
            }
        }
    }
}
