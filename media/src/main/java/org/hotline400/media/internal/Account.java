package org.hotline400.media.internal;

import org.hotline400.media.StreamQuality;
import org.hotline400.media.StreamStatistics;

/// What can be told of a stream: by itself while it runs, by what was written down when it ended.
interface Account {
    StreamStatistics statistics();

    StreamQuality quality();

    /// @param statistics,quality at the end
    record Closed(StreamStatistics statistics, StreamQuality quality) implements Account {}
}
