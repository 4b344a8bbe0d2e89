package org.hotline400.server.callplans;

import java.util.ArrayList;
import java.util.List;
import org.hotline400.server.prompts.PromptName;
import org.jspecify.annotations.Nullable;

/// Rings one target, and says for each way it can fail where the call goes.
///
/// ```json
/// {"type": "dial", "to": "ext:${extension}", "ringSeconds": 20, "whisper": ["call-from-hotline"], "acceptKey": "1",
///  "busy": "call-back", "noAnswer": "message", "otherwise": "reception", "afterTalk": "survey"}
/// ```
///
/// @param before prompts said before it rings; may be empty
/// @param ways where the call goes when it is not reached
/// @param afterTalk where a caller goes who is still there when the target hung up; null: the call ends
public record Dial(
        List<PromptName> before,
        RungTarget target,
        Ways ways,
        @Nullable StepName afterTalk) implements Step {
    static final String TYPE = "dial";

    /// Each null: `otherwise`; that null: the call ends with the reason why nobody was reached.
    public record Ways(
            @Nullable StepName busy,
            @Nullable StepName noAnswer,
            @Nullable StepName unreachable,
            @Nullable StepName otherwise) {}

    public Dial {
        before = List.copyOf(before);
    }

    static Dial read(Fields fields) {
        var before = PromptFields.prompts(fields, "prompts", false);
        var target = RungTarget.read(fields).orElse(RungTarget.STAND_IN);
        var ways = new Ways(
                fields.optionalStep("busy"),
                fields.optionalStep("noAnswer"),
                fields.optionalStep("unreachable"),
                fields.optionalStep("otherwise"));
        return new Dial(before, target, ways, fields.optionalStep("afterTalk"));
    }

    @Override
    public List<RungTarget> rung() {
        return List.of(target);
    }

    @Override
    public List<VariableName> variables() {
        return target.to() instanceof RungTarget.Destination.TypedExtension typed
                ? List.of(typed.variable())
                : List.of();
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Exit> exits() {
        var exits = new ArrayList<Exit>();
        add(exits, "busy", ways.busy(), false);
        add(exits, "noAnswer", ways.noAnswer(), false);
        add(exits, "unreachable", ways.unreachable(), false);
        add(exits, "otherwise", ways.otherwise(), false);
        add(exits, "afterTalk", afterTalk, true);
        return exits;
    }

    private static void add(List<Exit> exits, String field, @Nullable StepName to, boolean byCaller) {
        if (to != null) {
            exits.add(new Exit(field, to, byCaller));
        }
    }

    @Override
    public List<PromptName> prompts() {
        var all = new ArrayList<>(before);
        all.addAll(target.prompts());
        return all;
    }
}
