package org.hotline400.app.call;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.hotline400.simulator.Call;
import org.hotline400.simulator.Ending;

/// Leads one call from its first ring to its end, as a patient caller does: listens, presses a key when a prompt is
/// over, talks for a while, hangs up; and tells each thing that happens.
public final class CallerStory {
    private static final Duration STEP = Duration.ofMillis(100);

    // A caller who hears nothing at all presses his key anyway.
    private static final Duration SILENT_PROMPT = Duration.ofSeconds(4);

    // A prompt that is over stays silent for this long.
    private static final Duration PROMPT_GAP = Duration.ofMillis(700);

    // A prompt is recognised within its first seconds; what is not by then is a person.
    private static final Duration A_SENTENCE = Duration.ofSeconds(3);

    // A platform that runs answers at once; SIP itself gives up after 64 times T1, 32 s.
    private static final Duration NO_SIGN = Duration.ofSeconds(3);

    // After the last key the platform may say a word before it rings somebody.
    private static final Duration CONNECTING = Duration.ofSeconds(45);

    private final Call call;
    private final Plan plan;
    private final Recognition recognition;
    private final Consumer<Line> tell;
    private final InstantSource clock;
    private final Instant began;
    private final Ears ears;

    private BooleanSupplier stopping = () -> false;
    private boolean toldWaiting;
    private boolean toldRinging;
    private boolean gaveUp;
    private boolean toldAnswer;
    private boolean rangFar;
    private int pressed;
    private Duration keyMark = Duration.ZERO;
    private Optional<Duration> talkSince = Optional.empty();

    public CallerStory(Call call, Plan plan, Recognition recognition, Consumer<Line> tell, InstantSource clock) {
        this.call = call;
        this.plan = plan;
        this.recognition = recognition;
        this.tell = tell;
        this.clock = clock;
        this.began = clock.instant();
        this.ears = new Ears(call.heard());
    }

    /// Hangs up early when this becomes true.
    public CallerStory endingWhen(BooleanSupplier asked) {
        stopping = asked;
        return this;
    }

    /// Returns when the call is over.
    public Ending follow() throws InterruptedException {
        while (!call.endsWithin(STEP)) {
            tellSignals();
            ears.listen().forEach(this::tellSound);
            noticeFarEnd();
            if (call.answeredAt().isPresent()) {
                pressWhenDue();
            }
            hangUpWhenDue();
        }
        tellSignals();
        ears.cut().forEach(this::tellSound);
        var ending = call.awaitEnded(STEP);
        tellEnding(ending);
        return ending;
    }

    private Duration elapsed() {
        return Duration.between(began, clock.instant());
    }

    private void say(String chinese, String english) {
        tell.accept(new Line(elapsed(), chinese, english));
    }

    private void tellSignals() {
        if (!toldWaiting
                && call.ringingAt().isEmpty()
                && call.answeredAt().isEmpty()
                && elapsed().compareTo(NO_SIGN) > 0) {
            toldWaiting = true;
            say("对方还没有响应,最多等 32 秒", "no sign from the other side yet, waiting up to 32 s");
        }
        if (!toldRinging && call.ringingAt().isPresent() && call.answeredAt().isEmpty()) {
            toldRinging = true;
            say("对方振铃", "ringing");
        }
        if (!toldAnswer && call.answeredAt().isPresent()) {
            toldAnswer = true;
            keyMark = ears.position();
            say("已接通", "answered");
        }
    }

    private void tellSound(Sound sound) {
        var length = Line.seconds(sound.length());
        switch (sound.kind()) {
            case Sound.Speech() -> {
                var known = recognition.recognise(call.heard(), sound);
                if (known.isPresent()) {
                    say("听到提示音 " + length + " 秒:" + known.get(), "heard a prompt, " + length + " s");
                } else {
                    say("听到语音 " + length + " 秒", "heard " + length + " s of speech");
                }
            }
            case Sound.Tone tone
            when tone.isNetwork() -> {
                rangFar = true;
                say("听到回铃音 " + length + " 秒", "heard the far phone ring, " + length + " s");
            }
            case Sound.Tone(int hz) ->
                say("听到 " + hz + " Hz 单音 " + length + " 秒", "heard a tone of " + hz + " Hz for " + length + " s");
        }
    }

    private boolean allKeysPressed() {
        return pressed == plan.keys().length();
    }

    /// Somebody else is on the line when, after the keys, there is a voice or a tone that is no prompt of the platform.
    private void noticeFarEnd() {
        if (talkSince.isPresent() || call.answeredAt().isEmpty() || !allKeysPressed()) {
            return;
        }
        ears.current()
                .filter(sound -> sound.from().compareTo(keyMark) >= 0)
                .filter(this::isSomebody)
                .ifPresent(sound -> {
                    talkSince = Optional.of(sound.from());
                    say(
                            "对方已接听,开始通话" + voice(sound).chinese(),
                            "somebody answered" + voice(sound).english());
                });
    }

    private boolean isSomebody(Sound sound) {
        return switch (sound.kind()) {
            case Sound.Tone tone -> !tone.isNetwork();
            case Sound.Speech() ->
                (rangFar || plan.keys().isEmpty())
                        && sound.length().compareTo(A_SENTENCE) >= 0
                        && recognition.recognise(call.heard(), sound).isEmpty();
        };
    }

    private record Voice(String chinese, String english) {}

    private static Voice voice(Sound sound) {
        return switch (sound.kind()) {
            case Sound.Tone(int hz) -> new Voice("(" + hz + " Hz 单音)", ", with a tone of " + hz + " Hz");
            case Sound.Speech() -> new Voice("", "");
        };
    }

    /// Presses the next key when its prompt is over, or has lasted long enough to be cut short.
    private void pressWhenDue() {
        if (allKeysPressed()) {
            return;
        }
        var now = ears.position();
        var prompt = ears.current();
        var waited = now.minus(keyMark);
        var over = prompt.isEmpty()
                && (call.heard().soundSince(keyMark)
                        ? !call.heard().soundWithin(PROMPT_GAP)
                        : waited.compareTo(SILENT_PROMPT) >= 0);
        if (over || waited.compareTo(plan.bargeIn()) >= 0) {
            ears.cut().forEach(this::tellSound);
            var key = plan.keys().substring(pressed, pressed + 1);
            call.press(key);
            pressed++;
            keyMark = now;
            say("按键 " + key, "pressed " + key);
        }
    }

    private void hangUpWhenDue() {
        if (stopping.getAsBoolean()) {
            giveUp("程序停止,挂机", "the program stops, hanging up");
        } else if (call.answeredAt().isEmpty()) {
            if (elapsed().compareTo(plan.ringing()) > 0) {
                giveUp("无人接听,放弃", "nobody answers, giving up");
            }
        } else if (talkSince.isPresent()) {
            if (ears.position().minus(talkSince.get()).compareTo(plan.talk()) >= 0) {
                giveUp(
                        "通话 " + Line.seconds(plan.talk()) + " 秒后挂机",
                        "hanging up after " + Line.seconds(plan.talk()) + " s of talk");
            }
        } else if (allKeysPressed() && isQuietTooLong()) {
            giveUp("没有人接听,挂机", "nobody came to the phone, hanging up");
        } else if (elapsed().compareTo(plan.atMost()) > 0) {
            giveUp("超过最长时间,挂机", "the longest time is over, hanging up");
        }
    }

    private boolean isQuietTooLong() {
        return ears.position().minus(keyMark).compareTo(CONNECTING.plus(plan.talk())) > 0;
    }

    private void giveUp(String chinese, String english) {
        if (!gaveUp) {
            gaveUp = true;
            say(chinese, english);
            call.hangUp();
        }
    }

    private void tellEnding(Ending ending) {
        var cause = ending.q850().isPresent() ? ", Q.850 " + ending.q850().getAsInt() : "";
        var wire = "SIP " + ending.status() + cause + " " + ending.text();
        var who = call.answeredAt().isEmpty()
                ? new Voice("未接通", "not answered")
                : switch (ending.by()) {
                    case US -> new Voice("本端挂机", "we hung up");
                    case PEER -> new Voice("对方挂机", "the other side hung up");
                    case NETWORK -> new Voice("网络中断", "the network took it away");
                };
        say(
                "通话结束:" + who.chinese() + "(" + SipWords.chinese(ending.status()) + ")",
                "ended: " + who.english() + " (" + wire + ")");
    }
}
