package org.hotline400.app.call;

import java.util.Optional;
import org.hotline400.simulator.Heard;

/// Knows prompts by their sound.
@FunctionalInterface
public interface Recognition {
    /// What is spoken in this sound; empty when it is not known.
    Optional<String> recognise(Heard heard, Sound sound);
}
