/// Audio of telephone calls: RTP and RTCP in and out (RFC 3550), G.711, telephone events (RFC 4733), prompts,
/// bridging, recording.
///
/// **Purpose.** Move 20 ms frames on time for thousands of streams, and give an application a handful of verbs
/// on a [MediaPort].
///
/// **Owns.** The RTP sockets and the range they are taken from, the media thread(s), the pacing clock.
///
/// **Measures.** [StreamQuality] of each port: loss, jitter, lateness, what the peer reports, the round trip,
/// and the score the [EModel] makes of them.
///
/// **Publishes.** [MediaEvent]s to each port's listener, on a media thread: a listener must not block.
///
/// **Invariants.** Nothing on the media thread blocks, allocates per packet worth naming, or waits for a disk.
/// A clock that falls behind skips, it never bursts. A port's sockets go back to the range when it is closed,
/// whatever else went wrong; up to 1,024 pairs of them (an eighth of a small range) rest there, still bound, for
/// the next calls, which hear nothing of the one before. A closed port keeps only how it went. Audio inside is 16-bit
/// linear PCM, mono, 8,000 Hz, in frames of 160 samples (20
/// ms); recordings are stereo A-law.
///
/// **How a port is used.** A menu that stops talking when a key is pressed, then connects two parties and
/// records them:
///
/// ```java
/// MediaEngine engine = MediaEngines.start(new MediaSettings(address, 20000, 29999, 1));
/// BlockingQueue<MediaEvent> events = new ArrayBlockingQueue<>(100);
/// MediaPort caller = engine.open(events::offer);        // caller.local() goes into our SDP
/// caller.connect(StreamTerms.to(remote, Codec.PCMA));   // from the peer's SDP
/// Playback menu = caller.play(Clip.sequence(List.of(welcome, choices)).source());
/// while (!(events.poll(10, SECONDS) instanceof KeyPressed(char key))) { … }
/// menu.stop();
///
/// Recording recording = caller.record(sink);            // left: the caller, right: what the caller hears
/// Playback ringing = caller.play(Tones.ringback()); …                                                     //
/// the target answers Bridge talk = caller.bridge(target);                  // stops the ringing …
/// caller.close();                                       // ends talk and recording; sink.close(false) follows
/// target.close();
/// ```
@NullMarked
package org.hotline400.media;

import org.jspecify.annotations.NullMarked;
