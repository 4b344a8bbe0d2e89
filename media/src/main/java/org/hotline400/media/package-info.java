/// Audio of telephone calls: RTP in and out (RFC 3550), G.711, telephone events (RFC 4733), prompts, bridging,
/// recording.
///
/// **Purpose.** Move 20 ms frames on time for thousands of streams, and give an application a handful of verbs on a
/// [MediaPort].
///
/// **Owns.** The RTP sockets and the range they are taken from, the media thread(s), the pacing clock.
///
/// **Publishes.** [MediaEvent]s to each port's listener, on a media thread: a listener must not block.
///
/// **Invariants.** Nothing on the media thread blocks, allocates per packet worth naming, or waits for a disk. A
/// clock that falls behind skips, it never bursts. A port's sockets go back to the range when it is closed,
/// whatever else went wrong. Audio inside is 16-bit linear PCM, mono, 8,000 Hz, in frames of 160 samples (20 ms);
/// recordings are stereo A-law.
@NullMarked
package org.hotline400.media;

import org.jspecify.annotations.NullMarked;
