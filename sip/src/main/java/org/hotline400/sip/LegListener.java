package org.hotline400.sip;

/// Hears what happens to one leg. Called on the loop's thread, in order: must not block.
@FunctionalInterface
public interface LegListener {
    void on(LegEvent event);
}
