/// How the media plane works; nobody outside this module looks in here.
///
/// **Threads.** A [MediaThread] owns a selector, the pacing clock and all state of its ports; other threads only put
/// commands into a port's queue. Sinks of recordings are called on the threads of [RecordingWriters].
///
/// **Time** is counted in samples (1/8,000 s) since the engine started, one scale for all ports: RTP timestamps,
/// playback and recordings are placed on it, which keeps the two sides of a recording together.
@NullMarked
package org.hotline400.media.internal;

import org.jspecify.annotations.NullMarked;
