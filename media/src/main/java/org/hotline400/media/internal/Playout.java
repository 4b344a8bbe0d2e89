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

    /// Empty and nobody's own until something is recorded.
    private List<Recorder> recorders = List.of();
    private AudioSink tap = AudioSink.NONE;
    private AudioSink keys = AudioSink.NONE;
    private @Nullable Track said;
    private @Nullable Track heard;
    private @Nullable Alignment saidAt;
    private @Nullable Alignment relayedAt;
    private long position;

    /// @param lastTick of the stream
    void add(Recorder recorder, long lastTick) {
        if (recorders.isEmpty()) {
            recorders = new ArrayList<>(1);
        }
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
        if (said != null && saidAt != null) {
            said.write(saidAt.place(packet, now), aLaw(packet, codec), packet.length);
        }
    }

    /// A packet was relayed to the peer.
    void relayed(RtpPacket packet, Codec codec, long now) {
        if (heard != null && relayedAt != null && !recorders.isEmpty()) {
            heard.write(relayedAt.place(packet, now), aLaw(packet, codec), packet.length);
        }
    }

    private static byte[] aLaw(RtpPacket packet, Codec codec) {
        if (codec == Codec.PCMA) {
            return packet.payload;
        }
        byte[] codes = Workbench.mine().codes;
        System.arraycopy(packet.payload, 0, codes, 0, packet.length);
        G711.transcode(codec, Codec.PCMA, codes, packet.length);
        return codes;
    }

    /// A frame was played to the peer.
    void played(short[] frame, long now) {
        if (heard != null && !recorders.isEmpty()) {
            byte[] codes = Workbench.mine().codes;
            G711.encode(Codec.PCMA, frame, codes, MediaTime.FRAME);
            heard.write(now, codes, MediaTime.FRAME);
        }
    }

    void tick(long now) {
        if (said == null || heard == null) {
            return;
        }
        if (!recorders.isEmpty()) {
            finishRecorders(said, heard);
        }
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
        said = null;
        heard = null;
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
        Workbench bench = Workbench.mine();
        fromPeer.read(position, bench.left);
        toPeer.read(position, bench.right);
        fromPeer.advance(position + MediaTime.FRAME);
        toPeer.advance(position + MediaTime.FRAME);
        for (int i = 0; i < recorders.size(); i++) {
            recorders.get(i).frame(position, bench.left, bench.right);
        }
        hear(keys, bench);
        hear(tap, bench);
    }

    private static void hear(AudioSink sink, Workbench bench) {
        if (sink.equals(AudioSink.NONE)) {
            return;
        }
        G711.decode(Codec.PCMA, bench.left, bench.heard, MediaTime.FRAME);
        try {
            sink.frame(bench.heard);
        } catch (RuntimeException | Error e) {
            Guard.report("audio sink", e);
        }
    }

    private void finishRecorders(Track fromPeer, Track toPeer) {
        Workbench bench = Workbench.mine();
        for (Iterator<Recorder> each = recorders.iterator(); each.hasNext(); ) {
            Recorder recorder = each.next();
            if (recorder.over()) {
                for (long at = position; at + MediaTime.FRAME / 2 <= recorder.end(); at += MediaTime.FRAME) {
                    fromPeer.read(at, bench.left);
                    toPeer.read(at, bench.right);
                    recorder.frame(at, bench.left, bench.right);
                }
                recorder.finish();
                each.remove();
            }
        }
    }
}
