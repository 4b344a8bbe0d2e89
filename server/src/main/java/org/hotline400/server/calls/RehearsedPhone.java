package org.hotline400.server.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hotline400.server.calls.RehearsalScript.Behaviour;
import org.hotline400.server.prompts.Prompt;
import org.hotline400.server.prompts.Prompts;
import org.jspecify.annotations.Nullable;

/// A phone whose caller and targets follow a script on a virtual clock: an hour of ringing takes no time.
class RehearsedPhone implements Phone {
    /// What a mobile network takes from the call to the first ringing.
    private static final Duration SET_UP = Duration.ofSeconds(2);

    private static final Duration BUSY_AFTER = Duration.ofSeconds(1);
    /// A listener's reaction to a menu.
    private static final Duration REACTION = Duration.ofSeconds(1);

    private final IncomingCall call;
    private final RehearsalScript script;
    private final Prompts prompts;
    private final Deque<RehearsalScript.Key> keys;
    private final @Nullable Instant goneAt;
    private Instant now;
    private Duration talks = Duration.ZERO;
    private @Nullable HangUp hungUp;

    RehearsedPhone(IncomingCall call, RehearsalScript script, Prompts prompts) {
        this.call = call;
        this.script = script;
        this.prompts = prompts;
        this.keys = new ArrayDeque<>(script.keys());
        this.now = call.at();
        this.goneAt = script.patienceOfCaller().map(call.at()::plus).orElse(null);
    }

    @Override
    public IncomingCall call() {
        return call;
    }

    @Override
    public Instant now() {
        return now;
    }

    /// Empty until the call is over.
    Optional<HangUp> hungUp() {
        return Optional.ofNullable(hungUp);
    }

    @Override
    public void ring() {
        pass(Duration.ZERO);
    }

    @Override
    public void answer() {
        pass(Duration.ZERO);
    }

    @Override
    public void play(Announcement announcement) {
        pass(length(announcement));
    }

    @Override
    public Keypress ask(Announcement announcement, Duration patience) {
        var most = length(announcement).plus(patience);
        var next = keys.peek();
        if (next != null) {
            var wait = waitFor(next);
            if (wait.compareTo(most) < 0) {
                pass(wait);
                keys.remove();
                return new Keypress.Pressed(next.key());
            }
        }
        pass(most);
        return new Keypress.Nothing();
    }

    /// A key whose time has come before it was asked for is taken at once, as one that was typed ahead.
    private Duration waitFor(RehearsalScript.Key key) {
        var after = key.after();
        if (after == null) {
            return REACTION;
        }
        var at = call.at().plus(after);
        return at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO;
    }

    @Override
    public DialOutcome dial(DialOrder order) {
        return switch (script.of(order.target().text())) {
            case Behaviour.Answers answers -> answers(order, answers);
            case Behaviour.Busy _ -> {
                pass(BUSY_AFTER);
                yield new DialOutcome.Busy(said(null, 486, 17, "the called carrier answered 486 Busy Here"));
            }
            case Behaviour.NeverAnswers _ -> unanswered(order);
            case Behaviour.Declines declines -> declines(order, declines);
            case Behaviour.Unreachable _ -> {
                pass(BUSY_AFTER);
                yield new DialOutcome.Unreachable(said(null, 404, 1, "the called carrier answered 404 Not Found"));
            }
            case Behaviour.Failing _ -> {
                pass(BUSY_AFTER);
                yield new DialOutcome.Failed(
                        said(null, 503, 41, "the called carrier answered 503 Service Unavailable"));
            }
        };
    }

    private DialOutcome answers(DialOrder order, Behaviour.Answers answers) {
        if (answers.after().compareTo(order.ringTime()) >= 0) {
            return unanswered(order);
        }
        var ringAt = letRing(answers.after());
        talks = answers.talks();
        return new DialOutcome.Reached(said(ringAt, 200, null, "answered"), now);
    }

    private DialOutcome declines(DialOrder order, Behaviour.Declines declines) {
        if (declines.after().compareTo(order.ringTime()) >= 0) {
            return unanswered(order);
        }
        var ringAt = letRing(declines.after());
        return new DialOutcome.Declined(said(ringAt, 603, 21, "the called carrier answered 603 Decline"));
    }

    private DialOutcome unanswered(DialOrder order) {
        var ringAt = letRing(order.ringTime());
        return new DialOutcome.NoAnswer(
                said(ringAt, 487, null, "it rang for " + order.ringTime().toSeconds() + " s and nobody answered"));
    }

    private Instant letRing(Duration time) {
        pass(SET_UP);
        var ringAt = now;
        try {
            pass(time);
        } catch (CallerGoneException gone) {
            throw new CallerGoneException("hung up while it rang", said(ringAt, 487, null, "the caller hung up"));
        }
        return ringAt;
    }

    private static DialOutcome.Signalling said(
            @Nullable Instant ringAt, int status, @Nullable Integer q850, String text) {
        return new DialOutcome.Signalling(
                Optional.ofNullable(ringAt),
                OptionalInt.of(status),
                q850 == null ? OptionalInt.empty() : OptionalInt.of(q850),
                "",
                "rehearsal",
                text);
    }

    @Override
    public TalkEnd talk(TalkTerms terms) {
        boolean tooLong = talks.compareTo(terms.atMost()) > 0;
        var length = tooLong ? terms.atMost() : talks;
        if (goneAt != null && !goneAt.isAfter(now.plus(length))) {
            now = goneAt;
            return TalkEnd.CALLER_HUNG_UP;
        }
        now = now.plus(length);
        return tooLong ? TalkEnd.MAX_LENGTH : TalkEnd.TARGET_HUNG_UP;
    }

    @Override
    public void record(RecordingOrder order) {
        pass(Duration.ZERO);
    }

    @Override
    public VoicemailOutcome takeMessage(VoicemailOrder order) {
        boolean tooLong = script.message().compareTo(order.atMost()) > 0;
        var length = tooLong ? order.atMost() : script.message();
        if (goneAt != null && !goneAt.isAfter(now.plus(length))) {
            var spoken = Duration.between(now, goneAt);
            now = goneAt;
            return new VoicemailOutcome(spoken, VoicemailOutcome.EndedBy.CALLER_HUNG_UP);
        }
        now = now.plus(length);
        return new VoicemailOutcome(length, tooLong ? VoicemailOutcome.EndedBy.LIMIT : VoicemailOutcome.EndedBy.KEY);
    }

    @Override
    public List<LegQuality> quality() {
        return List.of();
    }

    @Override
    public void hangUp(HangUp cause) {
        if (hungUp == null) {
            hungUp = cause;
        }
    }

    private void pass(Duration time) {
        var then = now.plus(time);
        if (goneAt != null && !goneAt.isAfter(then)) {
            now = goneAt;
            throw new CallerGoneException("hung up");
        }
        now = then;
    }

    private Duration length(Announcement announcement) {
        return announcement.prompts().stream()
                .flatMap(name -> prompts.find(announcement.tenant(), name, announcement.language()).stream())
                .map(Prompt::length)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
