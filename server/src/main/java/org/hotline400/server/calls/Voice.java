package org.hotline400.server.calls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.callplans.Phrase;
import org.hotline400.server.prompts.PromptName;

/// Speaks to one caller in his language, with the values of his call.
final class Voice {
    private final Leading leading;
    private final Course course;
    private final Narrator narrator;
    private final ValueSpeaker speaker;

    Voice(Leading leading, Course course, Narrator narrator, ValueSpeaker speaker) {
        this.leading = leading;
        this.course = course;
        this.narrator = narrator;
        this.speaker = speaker;
    }

    void say(List<PromptName> prompts) {
        narrator.say(leading.tenant(), course.language(), prompts);
    }

    /// Says what there is of it; for the ways out, where nothing may fail any more.
    void sayIfThere(List<PromptName> prompts) {
        narrator.sayIfThere(leading.tenant(), course.language(), prompts);
    }

    void announceRecording(List<PromptName> notice, Optional<Character> objection) {
        narrator.announceRecording(leading.tenant(), course.language(), notice, objection);
    }

    Keypress ask(List<PromptName> prompts, Duration patience) {
        return narrator.ask(leading.tenant(), course.language(), prompts, patience);
    }

    Collected collect(List<PromptName> prompts, CollectTerms terms) {
        return narrator.collect(leading.tenant(), course.language(), prompts, terms);
    }

    /// What is played later, or to somebody else.
    Announcement announcement(List<PromptName> prompts) {
        return new Announcement(leading.tenant(), course.language(), prompts);
    }

    Announcement holdMusic() {
        return Announcement.holdMusic(leading.tenant(), course.language());
    }

    /// The prompts that say these phrases now.
    List<PromptName> prompts(List<Phrase> phrases) {
        var prompts = new ArrayList<PromptName>();
        for (var phrase : phrases) {
            switch (phrase) {
                case Phrase.Recorded recorded -> prompts.add(recorded.prompt());
                case Phrase.Spoken spoken ->
                    prompts.addAll(
                            speaker.prompts(spoken.manner(), spoken.value().fill(course::variable), course.language()));
            }
        }
        return prompts;
    }

    /// What is said, as the record may tell it.
    String shown(List<Phrase> phrases, List<PromptName> prompts) {
        boolean secret = phrases.stream()
                .anyMatch(phrase -> phrase instanceof Phrase.Spoken spoken && course.isSecret(spoken.value()));
        return secret ? names(Phrase.prompts(phrases)) + ", ***" : names(prompts);
    }

    private static String names(List<PromptName> prompts) {
        return String.join(", ", prompts.stream().map(PromptName::value).toList());
    }
}
