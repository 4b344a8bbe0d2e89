package org.hotline400.media;

import java.time.Duration;

/// A recording under way.
public interface Recording {

    /// Ends it: what is buffered is written, then the sink is closed (on the writer thread). Idempotent.
    void stop();

    /// How much audio it holds so far, in whole frames.
    Duration length();

    /// Audio that had to be replaced by silence because the sink was too slow (the media thread never waits for
    /// it).
    Duration lost();
}
