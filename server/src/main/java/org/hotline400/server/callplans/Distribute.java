package org.hotline400.server.callplans;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline400.server.prompts.PromptName;
import org.jspecify.annotations.Nullable;

/// Rings one of several targets after the other until one answers: the next one on busy, no answer, unreachable, or
/// when it has its number of calls; or all of them at once.
///
/// ```json
/// {"type": "distribute", "strategy": "percentage", "prompts": ["system-connecting"], "hops": 3,
///  "targets": [{"to": "13800138001", "percent": 60}, {"to": "01066660001", "percent": 40}],
///  "otherwise": "message", "afterTalk": "survey"}
/// ```
///
/// @param before prompts said before the first target rings; may be empty
/// @param strategy in which order
/// @param hops how many are rung at most; 0: as many as the number's settings allow
/// @param whenAllFail null: the call ends with the reason why nobody was reached, and its announcement
/// @param afterTalk where a caller goes who is still there when the target hung up; null: the call ends
public record Distribute(
        List<PromptName> before,
        Strategy strategy,
        List<RungTarget> targets,
        int hops,
        @Nullable StepName whenAllFail,
        @Nullable StepName afterTalk)
        implements Step {
    static final String TYPE = "distribute";
    /// As releases before the call plan language was whole named it.
    static final String OLD_TYPE = "forward";

    /// The order in which targets are rung.
    public enum Strategy {
        /// As written.
        SEQUENTIAL,
        /// Each call begins one further.
        ROUND_ROBIN,
        RANDOM,
        /// The first by shares; the next ones by the shares of those left.
        PERCENTAGE,
        /// The one whose last call is longest ago first.
        LEAST_RECENT,
        ALL_AT_ONCE,
        /// Those that serve the caller's city, then his province, then the rest; as written among equals.
        NEAREST,
        /// The one who last talked with this caller first; then as written.
        LAST_ANSWERED;

        /// As in the document: `round-robin`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Distribute {
        before = List.copyOf(before);
        targets = List.copyOf(targets);
    }

    static Distribute read(Fields fields) {
        var strategy = fields.choice("strategy", Strategy.values(), Strategy::code, Strategy.SEQUENTIAL);
        var targets = fields.objects("targets", PlanBounds.MAX_TARGETS, RungTarget::read);
        checkShares(fields, strategy, targets);
        if (strategy == Strategy.ALL_AT_ONCE && targets.size() > PlanBounds.MAX_AT_ONCE) {
            fields.error("targets", "plan.too-many", "at most " + PlanBounds.MAX_AT_ONCE + " can ring at once");
        }
        return new Distribute(
                PromptFields.prompts(fields, "prompts", false),
                strategy,
                targets,
                fields.number("hops", 0, 1, PlanBounds.MAX_TARGETS),
                fields.optionalStep("otherwise"),
                fields.optionalStep("afterTalk"));
    }

    private static void checkShares(Fields fields, Strategy strategy, List<RungTarget> targets) {
        int sum = targets.stream().mapToInt(RungTarget::share).sum();
        if (strategy == Strategy.PERCENTAGE && sum != 100) {
            fields.error(
                    "targets", "plan.percentages-sum", "the percentages are whole and sum to 100; they sum to " + sum);
        }
        if (strategy != Strategy.PERCENTAGE && sum > 0) {
            fields.error("targets", "plan.percentages-unused", "percentages want \"strategy\": \"percentage\"");
        }
    }

    /// The same, with its targets rung as they are written.
    public Distribute inTurn() {
        return new Distribute(before, Strategy.SEQUENTIAL, targets, hops, whenAllFail, afterTalk);
    }

    public Optional<StepName> otherwise() {
        return Optional.ofNullable(whenAllFail);
    }

    @Override
    public List<VariableName> variables() {
        return targets.stream()
                .flatMap(target -> target.to() instanceof RungTarget.Destination.TypedExtension typed
                        ? Stream.of(typed.variable())
                        : Stream.empty())
                .toList();
    }

    @Override
    public List<RungTarget> rung() {
        return targets;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Exit> exits() {
        var exits = new ArrayList<Exit>();
        if (whenAllFail != null) {
            exits.add(new Exit("otherwise", whenAllFail, false));
        }
        if (afterTalk != null) {
            // Only a talk leads there: a person has to end each round.
            exits.add(new Exit("afterTalk", afterTalk, true));
        }
        return exits;
    }

    @Override
    public List<PromptName> prompts() {
        var all = new ArrayList<>(before);
        targets.forEach(target -> all.addAll(target.prompts()));
        return all;
    }
}
