package org.hotline400.server.calls;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.PromptName;
import org.hotline400.server.prompts.Prompts;

/// Lets the caller hear prompts, after making sure that they are there: a missing one is a failure of the plan,
/// never silence.
final class Narrator {
    private final Phone phone;
    private final CallNotes notes;
    private final Prompts prompts;

    Narrator(Phone phone, CallNotes notes, Prompts prompts) {
        this.phone = phone;
        this.notes = notes;
        this.prompts = prompts;
    }

    void say(TenantId tenant, Language language, List<PromptName> names) {
        if (!names.isEmpty()) {
            phone.play(announcement(tenant, language, names));
        }
    }

    /// Says what there is of it; for the ways out, where nothing may fail any more.
    void sayIfThere(TenantId tenant, Language language, List<PromptName> names) {
        say(
                tenant,
                language,
                names.stream().filter(name -> exists(tenant, language, name)).toList());
    }

    Keypress ask(TenantId tenant, Language language, List<PromptName> names, Duration patience) {
        return phone.ask(announcement(tenant, language, names), patience);
    }

    /// @param objection the key by which the caller objects; empty: he cannot
    void announceRecording(TenantId tenant, Language language, List<PromptName> notice, Optional<Character> objection) {
        phone.announceRecording(announcement(tenant, language, notice), objection);
    }

    Collected collect(TenantId tenant, Language language, List<PromptName> names, CollectTerms terms) {
        return phone.collect(announcement(tenant, language, names), terms);
    }

    private Announcement announcement(TenantId tenant, Language language, List<PromptName> names) {
        for (var name : names) {
            if (!exists(tenant, language, name)) {
                throw new PlanFailedException("the prompt \"" + name + "\" is missing");
            }
        }
        var announcement = new Announcement(tenant, language, names);
        if (!names.isEmpty()) {
            notes.announcing(announcement);
        }
        return announcement;
    }

    private boolean exists(TenantId tenant, Language language, PromptName name) {
        return prompts.find(tenant, name, language).isPresent();
    }
}
