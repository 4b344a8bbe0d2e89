package org.hotline400.server.telephony;

import java.time.Duration;
import org.hotline400.media.Clip;
import org.hotline400.media.Playback;
import org.hotline400.server.calls.Announcement;
import org.hotline400.server.calls.HangUp;
import org.hotline400.server.calls.PhoneFailedException;
import org.hotline400.server.prompts.Prompts;

/// Plays announcements to a caller and waits for their end. Used by the call's own thread.
final class Announcer {
    /// How much later than its length the end of an announcement may be told.
    private static final Duration SLACK = Duration.ofSeconds(5);

    private final Prompts prompts;
    private final Attention attention;

    Announcer(Prompts prompts, Attention attention) {
        this.prompts = prompts;
        this.attention = attention;
    }

    /// The audio of an announcement.
    ///
    /// @throws PhoneFailedException when a prompt is missing: a failure of the plan
    Clip clip(Announcement announcement) {
        return Clip.sequence(announcement.prompts().stream()
                .map(name -> prompts.find(announcement.tenant(), name, announcement.language())
                        .map(prompt -> Clip.of(prompt.samples()))
                        .orElseThrow(() -> new PhoneFailedException(
                                HangUp.PLAN_FAILURE,
                                "there is no prompt \"" + name + "\": upload it or change the plan")))
                .toList());
    }

    /// Plays it to its end.
    void play(CallerSide caller, Announcement announcement) {
        play(caller, clip(announcement), false);
    }

    /// Plays it until a key is pressed, not at all when one was pressed ahead.
    void playUntilKey(CallerSide caller, Announcement announcement) {
        if (!attention.hasKey()) {
            play(caller, clip(announcement), true);
        }
    }

    private void play(CallerSide caller, Clip clip, boolean untilKey) {
        var playback = caller.port().play(clip.source());
        awaitPlayed(playback, clip.length(), untilKey);
        caller.port().play(Quiet.forever());
    }

    private void awaitPlayed(Playback playback, Duration length, boolean untilKey) {
        var deadline = Deadline.in(length.plus(SLACK));
        while (!untilKey || !attention.hasKey()) {
            var signal = attention.await(deadline);
            if (signal.isEmpty() || signal.get().isEndOf(playback)) {
                return;
            }
        }
    }
}
