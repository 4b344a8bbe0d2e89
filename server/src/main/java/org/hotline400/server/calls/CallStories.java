package org.hotline400.server.calls;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/// Tells the listeners what happens to calls, on a thread of its own: calls never wait for them. Without listeners it
/// costs nothing.
@Component
class CallStories implements SmartInitializingSingleton, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CallStories.class);
    private static final int MOST_UNTOLD = 50_000;

    private final BlockingQueue<CallEvent> untold = new ArrayBlockingQueue<>(MOST_UNTOLD);
    private final AtomicLong missed = new AtomicLong();
    private final ObjectProvider<CallListener> beans;
    private final Thread teller;
    private volatile List<CallListener> listeners = List.of();

    CallStories(ObjectProvider<CallListener> beans) {
        this.beans = beans;
        this.teller = Thread.ofPlatform().name("call-stories").daemon().unstarted(this::tell);
    }

    /// Looked up when every bean is there, so that a listener may itself need calls; the first call comes later.
    @Override
    public void afterSingletonsInstantiated() {
        listeners = beans.orderedStream().toList();
        if (!listeners.isEmpty()) {
            teller.start();
        }
    }

    void on(CallEvent event) {
        if (listeners.isEmpty()) {
            return;
        }
        if (!untold.offer(event) && missed.incrementAndGet() % 10_000 == 1) {
            log.warn("listeners to calls are too slow: {} events missed so far", missed.get());
        }
    }

    int untold() {
        return untold.size();
    }

    private void tell() {
        try {
            while (true) {
                var event = untold.take();
                listeners.forEach(listener -> tell(listener, event));
            }
        } catch (InterruptedException e) {
            log.trace("no more stories", e);
        }
    }

    private static void tell(CallListener listener, CallEvent event) {
        try {
            listener.on(event);
        } catch (RuntimeException e) {
            log.error("{} failed on an event of call {}", listener, event.id(), e);
        }
    }

    @Override
    public void close() {
        teller.interrupt();
    }
}
