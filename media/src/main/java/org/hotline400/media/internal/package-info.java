/// How the media plane works; nobody outside this module looks in here.
///
/// **Threads.** A [MediaThread] owns a selector, the pacing clock and all state of its ports; other threads only put
/// commands into a port's queue, and wake it for those only that must be done before its next step. The first port of a
/// call goes to the thread with the fewest, the others of the call follow it: two ports that are bridged have one
/// thread,
/// and where they have not, one moves. Sockets rest with the thread whose selector watches them ([RestingPairs]). Sinks
/// of
/// recordings are called on the threads of [RecordingWriters].
///
/// **Memory.** What is needed for the packet or frame in hand belongs to the thread ([Workbench]), not to the stream.
/// A sound is kept as A-law, from the packet to the recording. The garbage collector copies what live calls hold: a
/// stream has few objects, its counts share a [Tally], and what few calls need is made when it is first needed. What a
/// [Stream] holds is let go of when its port is closed.
///
/// **Time** is counted in samples (1/8,000 s) since the engine started, one scale for all ports: RTP timestamps,
/// playback and recordings are placed on it, which keeps the two sides of a recording together.
@NullMarked
package org.hotline400.media.internal;

import org.jspecify.annotations.NullMarked;
