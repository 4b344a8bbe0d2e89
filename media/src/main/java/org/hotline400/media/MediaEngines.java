package org.hotline400.media;

import java.io.IOException;
import org.hotline400.media.internal.RtpEngine;

/// Makes media engines.
public final class MediaEngines {
    private MediaEngines() {}

    /// Starts an engine; close it to end its threads.
    ///
    /// @throws IOException when no socket can be opened on `settings.bind()`; says which address, and what to do
    public static MediaEngine start(MediaSettings settings) throws IOException {
        return RtpEngine.start(settings);
    }
}
