package org.hotline400.media;

/// Hears what arrives at a port. Called on a media thread: must not block.
@FunctionalInterface
public interface MediaListener {
    void on(MediaEvent event);
}
