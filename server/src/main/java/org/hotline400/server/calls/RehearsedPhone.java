package org.hotline400.server.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.prompts.Prompt;
import org.hotline400.server.prompts.Prompts;
import org.jspecify.annotations.Nullable;

/// A phone whose caller and targets follow a script on a virtual clock: an hour of ringing takes no time.
class RehearsedPhone implements Phone {
    /// A listener's reaction to a menu.
    private static final Duration REACTION = Duration.ofSeconds(1);
    /// From one key of a number to the next.
    private static final Duration TYPING = Duration.ofMillis(500);

    private static final int NOBODY = -1;

    private final IncomingCall call;
    private final RehearsalScript script;
    private final Prompts prompts;
    private final RehearsedKeys keys;
    private final @Nullable Instant goneAt;
    private Instant now;
    private Duration talks = Duration.ZERO;
    private @Nullable Character objection;
    private Recorded recorded = Recorded.NO;
    private @Nullable HangUp hungUp;
    private @Nullable PaidTime paid;
    private final List<Instant> warnings = new ArrayList<>();

    RehearsedPhone(IncomingCall call, RehearsalScript script, Prompts prompts) {
        this.call = call;
        this.script = script;
        this.prompts = prompts;
        this.keys = new RehearsedKeys(call.at(), script.keys());
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

    /// When caller and target heard that the end is near.
    List<Instant> warnings() {
        return warnings;
    }

    @Override
    public void limitBy(PaidTime time) {
        paid = time;
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
        objectIfPressed();
    }

    @Override
    public Keypress ask(Announcement announcement, Duration patience) {
        return key(length(announcement).plus(patience), REACTION)
                .<Keypress>map(Keypress.Pressed::new)
                .orElseGet(Keypress.Nothing::new);
    }

    @Override
    public Collected collect(Announcement announcement, CollectTerms terms) {
        var key = key(length(announcement).plus(terms.patience()), REACTION);
        if (key.isEmpty()) {
            return new Collected.Nothing();
        }
        var pressed = new StringBuilder();
        while (key.isPresent()) {
            if (terms.terminator().equals(key)) {
                return Collected.of(pressed.toString(), Collected.EndedBy.TERMINATOR, terms);
            }
            pressed.append(key.get());
            if (pressed.length() == terms.most()) {
                return Collected.of(pressed.toString(), Collected.EndedBy.MOST, terms);
            }
            key = key(terms.between(), TYPING);
        }
        return Collected.of(pressed.toString(), Collected.EndedBy.PAUSE, terms);
    }

    /// The next key, if it is pressed within this time; else the time has passed.
    private Optional<Character> key(Duration most, Duration reaction) {
        var wait = keys.next(now, reaction).filter(time -> time.compareTo(most) < 0);
        pass(wait.orElse(most));
        return wait.map(_ -> keys.take());
    }

    @Override
    public DialOutcome dial(DialOrder order) {
        try {
            return ring(List.of(order)).rung().getFirst().outcome();
        } catch (CallerGoneException gone) {
            var outcome = gone.rung().getFirst().outcome();
            throw new CallerGoneException("hung up while it rang", outcome.signalling());
        }
    }

    @Override
    public DialledAll dialAll(List<DialOrder> orders) {
        if (orders.isEmpty() || orders.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException(
                    "1 to " + MOST_AT_ONCE + " targets can ring at once, was " + orders.size());
        }
        return ring(orders);
    }

    private DialledAll ring(List<DialOrder> orders) {
        var targets = orders.stream()
                .map(order -> RehearsedTarget.of(order, script.of(order.target().text()), now, this::length))
                .toList();
        var first =
                targets.stream().filter(RehearsedTarget::reached).min(Comparator.comparing(RehearsedTarget::decidedAt));
        var end = first.or(() -> targets.stream().max(Comparator.comparing(RehearsedTarget::decidedAt)));
        try {
            pass(Duration.between(now, end.orElseThrow().decidedAt()));
        } catch (CallerGoneException gone) {
            var lost = outcomes(targets, NOBODY, DialOutcome.LetGo.Because.CALLER_GONE);
            throw new CallerGoneException("hung up while it rang", lost.rung());
        } catch (FundsExhaustedException _) {
            throw new FundsExhaustedException(outcomes(targets, NOBODY, DialOutcome.LetGo.Because.FUNDS_EXHAUSTED)
                    .rung());
        }
        objectIfPressed();
        talks = first.map(RehearsedTarget::talks).orElse(Duration.ZERO);
        var winner = first.map(targets::indexOf).orElse(NOBODY);
        return outcomes(targets, winner, DialOutcome.LetGo.Because.ANSWERED_ELSEWHERE);
    }

    /// What each came to until now.
    private DialledAll outcomes(List<RehearsedTarget> targets, int winner, DialOutcome.LetGo.Because because) {
        var rung = new ArrayList<DialledAll.Rung>();
        for (var target : targets) {
            var over = !target.reached() && !target.decidedAt().isAfter(now);
            rung.add(
                    over || rung.size() == winner
                            ? new DialledAll.Rung(target.order(), target.outcome(), target.decidedAt())
                            : new DialledAll.Rung(target.order(), target.letGo(now, because), now));
        }
        return new DialledAll(rung);
    }

    @Override
    public TalkEnd talk(TalkTerms terms) {
        boolean tooLong = talks.compareTo(terms.atMost()) > 0;
        try {
            pass(tooLong ? terms.atMost() : talks);
            return tooLong ? TalkEnd.MAX_LENGTH : TalkEnd.TARGET_HUNG_UP;
        } catch (CallerGoneException _) {
            return TalkEnd.CALLER_HUNG_UP;
        } catch (FundsExhaustedException _) {
            return TalkEnd.FUNDS_EXHAUSTED;
        } finally {
            objectIfPressed();
            keys.forget(now);
        }
    }

    @Override
    public void announceRecording(Announcement notice, Optional<Character> key) {
        objection = key.orElse(null);
        var end = now.plus(length(notice));
        var objects = objection != null && keys.takeWhenAsked(objection, end);
        pass(length(notice));
        if (objects) {
            recorded = Recorded.OBJECTED;
        }
    }

    private void objectIfPressed() {
        if (objection != null && keys.takeTimed(objection, now)) {
            recorded = Recorded.OBJECTED;
        }
    }

    @Override
    public void record(RecordingOrder order) {
        pass(Duration.ZERO);
        if (recorded != Recorded.OBJECTED) {
            recorded = Recorded.YES;
        }
    }

    @Override
    public Recorded recorded() {
        return recorded;
    }

    @Override
    public VoicemailOutcome takeMessage(VoicemailOrder order) {
        boolean tooLong = script.message().compareTo(order.atMost()) > 0;
        var length = tooLong ? order.atMost() : script.message();
        var from = now;
        try {
            pass(length);
        } catch (CallerGoneException _) {
            return new VoicemailOutcome(Duration.between(from, now), VoicemailOutcome.EndedBy.CALLER_HUNG_UP);
        }
        return new VoicemailOutcome(length, tooLong ? VoicemailOutcome.EndedBy.LIMIT : VoicemailOutcome.EndedBy.KEY);
    }

    /// The work is done at once, on the real thing or on what the rehearsal puts in its place; how long it
    /// takes on the virtual clock, the script says.
    @Override
    public <T> Optional<T> whileDoing(Errand<T> errand, Duration atMost, Announcement hold) {
        var takes = script.lengthOf(errand);
        if (takes.compareTo(atMost) > 0) {
            pass(atMost);
            return Optional.empty();
        }
        pass(takes);
        return Optional.of(errand.work().get());
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
        var until = goneAt == null || goneAt.isAfter(then) ? then : goneAt;
        while (paid != null && !paid.nextLook().isAfter(until)) {
            now = paid.nextLook().isAfter(now) ? paid.nextLook() : now;
            if (paid.look(now)) {
                warnings.add(now);
            }
        }
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
