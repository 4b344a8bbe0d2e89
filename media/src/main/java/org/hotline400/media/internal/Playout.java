package org.hotline400.media.internal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.hotline400.media.AudioSink;
import org.hotline400.media.Codec;
import org.hotline400.media.G711;
import org.jspecify.annotations.Nullable;

/// Both directions of a stream as continuous sound, for those who listen: recordings, taps, key detection. It runs
/// behind the clock so that packets which were late or overtaken still find their place; when nobody listens it
/// costs nothing.
final class Playout {
    /// How late a packet may be: 80 ms.
    static final int LAG = 4 * MediaTime.FRAME;

    private final short[] left = new short[MediaTime.FRAME];
    private final short[] right = new short[MediaTime.FRAME];
    private final short[] decoded = new short[RtpPacket.LARGEST];
    private final List<Recorder> recorders = new ArrayList<>();
    private AudioSink tap = AudioSink.NONE;
    private AudioSink keys = AudioSink.NONE;
    private @Nullable Track said;
    private @Nullable Track heard;
    private Alignment saidAt = new Alignment(LAG);
    private Alignment relayedAt = new Alignment(LAG);
    private long position;

    /// @param lastTick of the stream
    void add(Recorder recorder, long lastTick) {
        recorders.add(recorder);
        start(lastTick);
    }

    void tap(AudioSink sink, long lastTick) {
        tap = sink;
        start(lastTick);
    }

    void keys(AudioSink sink, long lastTick) {
        keys = sink;
        start(lastTick);
    }

    /// A packet of the peer came.
    void said(RtpPacket packet, Codec codec, long now) {
        if (said != null) {
            G711.decode(codec, packet.payload, decoded, packet.length);
            said.write(saidAt.place(packet, now), decoded, packet.length);
        }
    }

    /// A packet was relayed to the peer.
    void relayed(RtpPacket packet, Codec codec, long now) {
        if (heard != null) {
            G711.decode(codec, packet.payload, decoded, packet.length);
            heard.write(relayedAt.place(packet, now), decoded, packet.length);
        }
    }

    /// A frame was played to the peer.
    void played(short[] frame, long now) {
        if (heard != null) {
            heard.write(now, frame, MediaTime.FRAME);
        }
    }

    void tick(long now) {
        if (said == null || heard == null) {
            return;
        }
        finishRecorders(said, heard);
        for (; position + MediaTime.FRAME + LAG <= now; position += MediaTime.FRAME) {
            frame(said, heard);
        }
        if (recorders.isEmpty() && tap.equals(AudioSink.NONE) && keys.equals(AudioSink.NONE)) {
            said = null;
            heard = null;
        }
    }

    /// The stream ends: recordings get what has come so far.
    void close() {
        recorders.forEach(Recorder::stop);
        if (said != null && heard != null) {
            finishRecorders(said, heard);
        }
        tap = AudioSink.NONE;
        keys = AudioSink.NONE;
    }

    private void start(long lastTick) {
        if (said == null) {
            position = lastTick - LAG;
            said = new Track(position);
            heard = new Track(position);
            saidAt = new Alignment(LAG);
            relayedAt = new Alignment(LAG);
        }
    }

    private void frame(Track fromPeer, Track toPeer) {
        fromPeer.read(position, left);
        toPeer.read(position, right);
        fromPeer.advance(position + MediaTime.FRAME);
        toPeer.advance(position + MediaTime.FRAME);
        for (Recorder recorder : recorders) {
            recorder.frame(position, left, right);
        }
        keys.frame(left);
        Guard.run("audio sink", () -> tap.frame(left));
    }

    private void finishRecorders(Track fromPeer, Track toPeer) {
        for (Iterator<Recorder> each = recorders.iterator(); each.hasNext(); ) {
            Recorder recorder = each.next();
            if (recorder.over()) {
                for (long at = position; at + MediaTime.FRAME / 2 <= recorder.end(); at += MediaTime.FRAME) {
                    fromPeer.read(at, left);
                    toPeer.read(at, right);
                    recorder.frame(at, left, right);
                }
                recorder.finish();
                each.remove();
            }
        }
    }
}
