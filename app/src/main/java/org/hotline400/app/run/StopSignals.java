package org.hotline400.app.run;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// Waits for SIGINT (Ctrl-C), SIGTERM or SIGHUP. The first asks for an orderly stop, which then ends with exit code
/// 0; a second one ends the process at once.
///
/// A JVM shutdown hook would not do: hooks run side by side, so the database could be gone while calls still end, and
/// the exit code would be that of the signal. The JDK's only other way in is `sun.misc.Signal`, supported by the
/// module jdk.unsupported; it is reached by reflection because javac warns of it without a way to say otherwise.
final class StopSignals {
    private final CountDownLatch asked = new CountDownLatch(1);

    private StopSignals() {}

    static StopSignals listen() {
        var signals = new StopSignals();
        for (var name : new String[] {"INT", "TERM", "HUP"}) {
            signals.handle(name);
        }
        return signals;
    }

    private void handle(String name) {
        try {
            var signal = Class.forName("sun.misc.Signal");
            var handler = Class.forName("sun.misc.SignalHandler");
            var ours =
                    Proxy.newProxyInstance(StopSignals.class.getClassLoader(), new Class<?>[] {handler}, this::answer);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), ours);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java cannot handle signals", e);
        }
    }

    /// A proxy is asked for its identity too, not only to handle a signal.
    @SuppressWarnings("ReferenceEquality") // a proxy equals itself only
    private @Nullable Object answer(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> arguments != null && proxy == arguments[0];
            case "toString" -> "StopSignals";
            default -> {
                stop();
                yield null;
            }
        };
    }

    private void stop() {
        if (asked.getCount() == 0) {
            Runtime.getRuntime().halt(130);
        }
        asked.countDown();
    }

    /// Returns when a stop is asked for.
    void await() throws InterruptedException {
        asked.await();
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }
}
