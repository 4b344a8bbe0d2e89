package org.hotline400.media.internal;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Consumer;
import org.hotline400.media.AudioSink;
import org.hotline400.media.AudioSource;
import org.hotline400.media.Bridge;
import org.hotline400.media.Clip;
import org.hotline400.media.Disturbance;
import org.hotline400.media.MediaPort;
import org.hotline400.media.Playback;
import org.hotline400.media.Recording;
import org.hotline400.media.RecordingSink;
import org.hotline400.media.StreamQuality;
import org.hotline400.media.StreamStatistics;
import org.hotline400.media.StreamTerms;
import org.jspecify.annotations.Nullable;

/// The outside of a port: turns verbs into commands for its media thread.
final class RtpPort implements MediaPort {
    private static final int MOVES = 4;

    final SocketPair sockets;
    /// Which of the four quarters of 20 ms it ticks in.
    final int phase;
    /// Where it stands in its [Round]; negative when it is in none.
    int place = -1;

    private final RtpEngine engine;
    private final Commands commands = new Commands();
    private volatile MediaThread home;
    private volatile boolean closing;
    private boolean released;
    private volatile boolean recorded;
    private volatile Account account;
    /// Null once it is closed. Touched by the home thread only.
    private @Nullable Stream stream;

    RtpPort(RtpEngine engine, SocketPair sockets, Stream stream, MediaThread home, int phase) {
        this.engine = engine;
        this.sockets = sockets;
        this.stream = stream;
        this.account = stream;
        this.home = home;
        this.phase = phase;
    }

    @Override
    public InetSocketAddress local() {
        return sockets.local;
    }

    @Override
    public void connect(StreamTerms terms) {
        submit(stream -> stream.connect(terms));
    }

    @Override
    public Playback play(AudioSource source) {
        Prompt prompt = new Prompt(source, engine.nextOrder());
        submit(stream -> stream.play(prompt));
        return prompt;
    }

    @Override
    public void interject(Clip clip) {
        AudioSource source = clip.source();
        submit(stream -> stream.interject(source));
    }

    @Override
    public Bridge bridge(MediaPort other) {
        if (!(other instanceof RtpPort port) || port == this || port.engine != engine) {
            throw new IllegalArgumentException("a port can be bridged with another port of the same engine only");
        }
        BridgeLink link = new BridgeLink(engine.nextOrder());
        submit(stream -> link(stream, link, port, MOVES));
        return link;
    }

    @Override
    public void press(String keys) {
        String checked = Keys.check(keys);
        submit(stream -> stream.press(checked));
    }

    @Override
    public Recording record(RecordingSink sink) {
        Recorder recorder = engine.recorder(sink);
        recorded = true;
        try {
            commands.add(() -> record(recorder));
        } catch (IllegalStateException e) {
            recorder.stop();
            recorder.finish();
            throw e;
        }
        wake();
        return recorder;
    }

    @Override
    public void listenTo(AudioSink sink) {
        submit(stream -> stream.playout.tap(sink, stream.lastTick()));
    }

    @Override
    public void hearKeysInBand(boolean on) {
        submit(stream -> stream.hearKeysInBand(on));
    }

    @Override
    public void disturb(Disturbance disturbance) {
        submit(stream -> {
            stream.socket.disturb(disturbance);
            home.disturbed(this);
        });
    }

    @Override
    public void expect(Duration most) {
        submit(stream -> stream.expect(most));
    }

    @Override
    public StreamStatistics statistics() {
        return account.statistics();
    }

    @Override
    public StreamQuality quality() {
        return account.quality();
    }

    @Override
    public void close() {
        closing = true;
        if (recorded) {
            // Somebody may wait for the recording.
            home.wakeAtOnce(this);
        } else {
            wake();
        }
    }

    /// Whether it was woken already and not run since.
    boolean markQueued() {
        return commands.markQueued();
    }

    /// Does what was asked for; on the home thread.
    ///
    /// @return false when the port is closed from now on
    boolean run() {
        MediaThread here = home;
        for (Runnable command = commands.poll(); command != null; command = commands.poll()) {
            runApart(command);
            if (home != here) {
                wake();
                return true;
            }
        }
        if (closing && stream != null) {
            end(stream);
            return false;
        }
        return stream != null;
    }

    /// One that fails costs neither the others nor the port's end.
    private static void runApart(Runnable command) {
        try {
            command.run();
        } catch (RuntimeException | Error e) {
            Guard.report("a command", e);
        }
    }

    /// Nothing of the stream is kept but how it went: a port may be held long after its call.
    private void end(Stream ending) {
        stream = null;
        try {
            ending.close();
        } finally {
            account = new Account.Closed(ending.statistics(), ending.quality());
            sockets.predecessors = ending.predecessors();
            home.went();
            engine.portClosed();
        }
    }

    /// Its sockets go to the next call, or are closed: once, however often it is woken after its end. On the home
    /// thread.
    ///
    /// @return false when that has been done
    boolean markReleased() {
        boolean first = !released;
        released = true;
        return first;
    }

    void unmarkQueued() {
        commands.unmarkQueued();
    }

    boolean isOf(RtpEngine other) {
        return engine == other;
    }

    MediaThread home() {
        return home;
    }

    /// On the home thread; null once the port is closed.
    @Nullable
    Stream stream() {
        return stream;
    }

    /// Has it served by another thread than watches its sockets now.
    void goTo(MediaThread thread) {
        submit(_ -> moveTo(thread));
    }

    private void submit(Consumer<Stream> verb) {
        add(verb);
        wake();
    }

    private void add(Consumer<Stream> verb) {
        commands.add(() -> {
            if (stream != null) {
                verb.accept(stream);
            }
        });
    }

    private void wake() {
        home.wake(this);
    }

    private void record(Recorder recorder) {
        if (stream == null) {
            recorder.stop();
            recorder.finish();
        } else {
            stream.playout.add(recorder, stream.lastTick());
        }
    }

    /// Joins two ports when they share a thread; else the other one moves here first.
    private void link(Stream stream, BridgeLink link, RtpPort other, int moves) {
        MediaThread here = home;
        if (link.closed() || other.closing || moves == 0) {
            link.close();
        } else if (other.home == here) {
            Stream partner = other.stream;
            if (partner == null) {
                link.close();
                return;
            }
            stream.join(link, partner);
            partner.join(link, stream);
        } else {
            other.submit(_ -> {
                other.moveTo(here);
                submit(again -> link(again, link, other, moves - 1));
            });
        }
    }

    /// What it was bridged with stays behind: two ports of one bridge never have two threads.
    private void moveTo(MediaThread thread) {
        if (home == thread || stream == null) {
            return;
        }
        stream.endBridge();
        home.leave(this);
        home.went();
        thread.came();
        home = thread;
    }
}
