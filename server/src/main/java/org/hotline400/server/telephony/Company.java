package org.hotline400.server.telephony;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.hotline400.media.AudioSource;
import org.hotline400.media.Playback;
import org.hotline400.server.calls.Errand;
import org.jspecify.annotations.Nullable;

/// Keeps a caller company while something is done on a thread of its own.
final class Company {
    /// Who waits longer than that in silence thinks that the line is dead.
    private static final Duration SILENCE = Duration.ofMillis(1500);

    private final SipPhone phone;
    private final CallSignals signals;
    private final Supplier<AudioSource> hold;
    private @Nullable Playback playing;

    Company(SipPhone phone, CallSignals signals, Supplier<AudioSource> hold) {
        this.phone = phone;
        this.signals = signals;
        this.hold = hold;
    }

    /// Does it; empty when it takes longer than `atMost`.
    <T> Optional<T> whileDoing(Errand<T> errand, Duration atMost) {
        var work = new Work<T>(errand);
        Thread.ofVirtual()
                .name("call-" + phone.call().id() + "-" + errand.name())
                .start(work);
        try {
            phone.ringUnlessAudible();
            return await(work, Deadline.in(atMost)) ? Optional.of(work.result()) : Optional.empty();
        } finally {
            work.cancel(true);
            stopPlaying();
        }
    }

    private boolean await(Work<?> work, Deadline end) {
        var silence = Deadline.in(SILENCE);
        while (!work.isDone()) {
            var signal = phone.await(playing == null ? end.earlier(silence) : end);
            if (signal.isEmpty() && end.passed()) {
                return work.isDone();
            }
            if (playing == null && silence.passed() && !work.isDone()) {
                silence = end;
                play();
            }
        }
        return true;
    }

    private void play() {
        if (phone.caller().audible()) {
            playing = phone.port().play(hold.get());
        }
    }

    private void stopPlaying() {
        if (playing != null) {
            phone.port().play(Quiet.forever());
        }
    }

    /// Work that tells the call's mailbox when it is done.
    private final class Work<T> extends FutureTask<T> {
        Work(Errand<T> errand) {
            super(errand.work()::get);
        }

        @Override
        protected void done() {
            signals.tell(new Signal.ErrandOver(this));
        }

        T result() {
            try {
                return get();
            } catch (ExecutionException e) {
                throw thrown(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            }
        }

        private static RuntimeException thrown(@Nullable Throwable cause) {
            if (cause instanceof Error error) {
                throw error;
            }
            return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
        }
    }
}
