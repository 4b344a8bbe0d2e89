package org.hotline400.media;

import java.net.InetSocketAddress;
import java.time.Duration;

/// One RTP stream in each direction with one peer. Verbs may be called from any thread and take effect at the
/// next frame (20 ms).
public interface MediaPort extends AutoCloseable {

    /// Where the peer shall send to; the address goes into our SDP.
    InetSocketAddress local();

    /// Sets (or changes, after a new offer/answer) what is sent where; the same terms again change nothing,
    /// unless nothing of the peer has come for a second and nothing comes now: then it may have moved, and the
    /// next source is looked for. Until the first packet of the peer came, we send to `terms.remote()`; from
    /// then on to where its packets really come from (latching, for peers behind NAT).
    void connect(StreamTerms terms);

    /// Plays this source to the peer, replacing what played before. Ends with [MediaEvent.Played], or silently
    /// when stopped.
    Playback play(AudioSource source);

    /// Lets the peer hear this at once, once and above all else: what is relayed is not heard meanwhile, what is
    /// played waits and goes on after it. Replaces one before.
    void interject(Clip clip);

    /// Passes audio both ways between this port and `other`, stopping playback on both; transcodes between
    /// A-law and µ-law, and passes telephone events on with the other side's payload type. Closing either port,
    /// or [Bridge#close], ends it.
    Bridge bridge(MediaPort other);

    /// Presses keys: RFC 4733 events of 160 ms with 80 ms between; without agreed events, in-band tones.
    /// Returns at once.
    void press(String keys);

    /// Records this port in stereo: what the peer said left, what the peer heard right. Frames missing on the
    /// wire become silence, so the recording is as long as the time between `record` and [Recording#stop].
    Recording record(RecordingSink sink);

    /// Hands over what the peer says, frame by frame and about 80 ms late (so that packets that overtook each
    /// other are in order again), silence where nothing came. Replaces the sink before; [AudioSink#NONE] stops.
    void listenTo(AudioSink sink);

    /// Whether keys pressed as tones (not as telephone events) are told as [MediaEvent.KeyPressed], too; off by
    /// default, since looking for them costs more than all the rest.
    void hearKeysInBand(boolean on);

    /// Mistreats the packets sent from now on; [Disturbance#NONE] stops.
    void disturb(Disturbance disturbance);

    /// From now on the peer is expected to send something at least this often, audio or reports (RTCP); when it
    /// does not, [MediaEvent.Silent] tells. A peer that holds us or only listens may be silent. Zero, as at
    /// first: nothing is expected.
    void expect(Duration most);

    /// What has passed so far. Cheap.
    StreamStatistics statistics();

    /// How well it went so far; after [#close], how well it went.
    StreamQuality quality();

    /// Stops all of the above and gives the port back. Idempotent.
    @Override
    void close();
}
