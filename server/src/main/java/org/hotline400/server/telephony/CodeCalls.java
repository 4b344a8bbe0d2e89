package org.hotline400.server.telephony;

import java.util.ArrayList;
import java.util.Optional;
import org.hotline400.media.Clip;
import org.hotline400.server.callplans.ConfirmationCalls;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.Prompt;
import org.hotline400.server.prompts.PromptName;
import org.hotline400.server.prompts.Prompts;
import org.springframework.stereotype.Component;

/// Says codes to whoever answers at a line that is to be confirmed: what it is about, then the digits, twice.
@Component
class CodeCalls implements ConfirmationCalls {
    private static final PromptName INTRODUCTION = new PromptName("system-confirmation-code");
    private static final Clip PAUSE = Clip.of(new short[8000 / 4]);
    private static final int TIMES = 2;

    private final Switchboard switchboard;
    private final Prompts prompts;

    CodeCalls(Switchboard switchboard, Prompts prompts) {
        this.switchboard = switchboard;
        this.prompts = prompts;
    }

    @Override
    public boolean ring(TenantId tenant, Target.Line line, String code) {
        return words(tenant, code)
                .map(words -> switchboard.say(tenant, line, words))
                .orElse(false);
    }

    /// Empty when a digit has no prompt.
    private Optional<Clip> words(TenantId tenant, String code) {
        var clips = new ArrayList<Clip>();
        for (int i = 0; i < TIMES; i++) {
            prompt(tenant, INTRODUCTION).ifPresent(clips::add);
            for (int at = 0; at < code.length(); at++) {
                var spoken = prompt(tenant, new PromptName("system-say-" + code.charAt(at)));
                if (spoken.isEmpty()) {
                    return Optional.empty();
                }
                clips.add(spoken.get());
                clips.add(PAUSE);
            }
        }
        return Optional.of(Clip.sequence(clips));
    }

    private Optional<Clip> prompt(TenantId tenant, PromptName name) {
        return prompts.find(tenant, name, Language.ZH).map(Prompt::samples).map(Clip::of);
    }
}
