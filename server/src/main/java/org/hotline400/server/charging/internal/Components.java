package org.hotline400.server.charging.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hotline400.server.callplans.CallPlan;
import org.hotline400.server.callplans.RungTarget;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.tariffs.Component;

/// Which component of a call something is.
final class Components {
    private static final String SIP = "sip:";

    private Components() {}

    static Component of(Target target) {
        return of(target.text());
    }

    /// @param target as in the plan and in records
    static Component of(String target) {
        if (target.startsWith(Target.Extension.PREFIX) || target.startsWith(SIP)) {
            return Component.FORWARD_EXTENSION;
        }
        return target.startsWith("1") ? Component.FORWARD_MOBILE : Component.FORWARD_FIXED;
    }

    /// Those that a talk under this plan can be: what its targets are.
    static Set<Component> talks(CallPlan plan) {
        var all = EnumSet.noneOf(Component.class);
        plan.reachable().stream()
                .flatMap(name -> plan.step(name).stream())
                .flatMap(step -> step.rung().stream())
                .forEach(rung -> all.add(of(rung)));
        return all;
    }

    private static Component of(RungTarget rung) {
        var target = rung.target();
        return target == null ? Component.FORWARD_EXTENSION : of(target);
    }

    /// What a call was made of, as its record says.
    static List<Stretch> of(CallRecord call) {
        var stretches = new ArrayList<Stretch>();
        var answered = call.times().platformAnsweredAt();
        if (answered != null) {
            stretches.add(
                    new Stretch(Component.PLATFORM, "", answered, call.times().endedAt()));
        }
        for (var talk : call.talks()) {
            stretches.add(new Stretch(of(talk.target()), talk.target(), talk.from(), talk.until()));
            if (talk.isRecorded()) {
                stretches.add(new Stretch(Component.RECORDING, talk.target(), talk.from(), talk.until()));
            }
        }
        return stretches;
    }
}
