package org.hotline400.server.calls;

/// Hears the story of every call on this node: a bean of this type is told by a thread of its own, in each call's
/// order. One that falls far behind misses events; calls never wait for it.
public interface CallListener {
    void on(CallEvent event);
}
