package org.hotline400.media;

import java.io.IOException;

/// A file that is no WAV, or one of a kind we do not read. The message names what is wrong and how to mend it.
public final class WavException extends IOException {
    public WavException(String message) {
        super(message);
    }
}
