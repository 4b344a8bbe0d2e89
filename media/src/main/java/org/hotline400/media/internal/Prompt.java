package org.hotline400.media.internal;

import org.hotline400.media.AudioSource;
import org.hotline400.media.Playback;

/// A source being played; `order` tells what was asked for first, a playback or a bridge.
final class Prompt implements Playback {
    final AudioSource source;
    final long order;
    private volatile boolean stopped;

    Prompt(AudioSource source, long order) {
        this.source = source;
        this.order = order;
    }

    @Override
    public void stop() {
        stopped = true;
    }

    boolean stopped() {
        return stopped;
    }
}
