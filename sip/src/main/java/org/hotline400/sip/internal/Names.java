package org.hotline400.sip.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.hotline400.sip.internal.dialog.Hops;

/// Looks host names up without holding the loop up: on a virtual thread, not too many at once.
final class Names implements Hops.Names {

    private static final int MOST_AT_ONCE = 64;

    private final Executor loop;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);

    Names(Executor loop) {
        this.loop = loop;
    }

    @Override
    public void find(String host, Consumer<Optional<InetAddress>> found) {
        if (!free.tryAcquire()) {
            found.accept(Optional.empty());
            return;
        }
        Thread.ofVirtual().name("sip-name-" + host).start(() -> {
            Optional<InetAddress> address;
            try {
                address = Optional.of(InetAddress.getByName(host));
            } catch (UnknownHostException e) {
                address = Optional.empty();
            } finally {
                free.release();
            }
            Optional<InetAddress> result = address;
            answer(() -> found.accept(result));
        });
    }

    private void answer(Runnable result) {
        try {
            loop.execute(result);
        } catch (RejectedExecutionException e) {
            // The stack has closed meanwhile, or cannot keep up: its own time limits end what waits.
        }
    }
}
