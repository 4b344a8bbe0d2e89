package org.hotline400.server.calls.internal;

import java.util.List;
import org.hotline400.server.calls.Admission;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.calls.HangUp;
import org.hotline400.server.calls.Surroundings;
import org.hotline400.server.lists.CallerList;
import org.hotline400.server.lists.ListName;
import org.hotline400.server.prompts.PromptName;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Who is turned away before the plan: by lists, and by where he calls from.
@Configuration(proxyBeanMethods = false)
public class ScreeningStages {
    private static final List<PromptName> ANNOUNCEMENT = List.of(new PromptName("system-blacklisted"));

    /// Both, for whoever has no beans.
    public static List<Admission> of(Surroundings surroundings) {
        return List.of(new Blacklist(surroundings), new RegionBar(surroundings));
    }

    @Bean
    Admission blacklistStage(Surroundings surroundings) {
        return new Blacklist(surroundings);
    }

    @Bean
    Admission regionBarStage(Surroundings surroundings) {
        return new RegionBar(surroundings);
    }

    /// The operator's blacklists first, then the number's, then those who alone may call.
    private record Blacklist(Surroundings surroundings) implements Admission {
        @Override
        public Stage stage() {
            return Stage.BLACKLIST;
        }

        @Override
        public Verdict admit(Request call) {
            for (var list : surroundings.platformBlacklists()) {
                if (covers(list, call)) {
                    return refused("on the operator's list \"" + list.name() + "\"");
                }
            }
            var screening = call.plan().settings().screening();
            for (var name : screening.blacklists()) {
                if (covers(name, call)) {
                    return refused("on the list \"" + name + "\"");
                }
            }
            var allowed = screening.allowOnly();
            boolean mayCall = allowed.isEmpty() || allowed.stream().anyMatch(name -> covers(name, call));
            return mayCall ? Verdict.Admitted.freely() : refused("on none of the lists of those who may call");
        }

        private boolean covers(ListName name, Request call) {
            return surroundings
                    .list(call.tenant(), name)
                    .filter(list -> covers(list, call))
                    .isPresent();
        }

        private boolean covers(CallerList list, Request call) {
            return list.covers(call.caller(), surroundings.region(call.caller()), call.at())
                    .isPresent();
        }

        private static Verdict refused(String detail) {
            return new Verdict.Refused(EndReason.REJECTED_BLACKLIST, HangUp.REJECTED, ANNOUNCEMENT, detail);
        }
    }

    private record RegionBar(Surroundings surroundings) implements Admission {
        @Override
        public Stage stage() {
            return Stage.REGION_BAR;
        }

        @Override
        public Verdict admit(Request call) {
            var region = surroundings.region(call.caller());
            if (!call.plan().settings().screening().bars(call.caller(), region)) {
                return Verdict.Admitted.freely();
            }
            return new Verdict.Refused(
                    EndReason.REJECTED_REGION,
                    HangUp.REJECTED,
                    ANNOUNCEMENT,
                    "callers from " + (region.isUnknown() ? call.caller().kind().code() : region.province())
                            + " are not served");
        }
    }
}
