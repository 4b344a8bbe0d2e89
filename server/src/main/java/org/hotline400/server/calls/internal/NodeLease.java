package org.hotline400.server.calls.internal;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.ThisNode;
import org.hotline400.server.database.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says again and again that this node lives, and closes the calls of nodes that no longer do.
///
/// After the database itself was away every lease has run out; so nobody is declared dead before this node has
/// renewed its own for twice as long as a lease lasts, in which time every living node has renewed too.
public final class NodeLease implements ThisNode, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(NodeLease.class);
    private static final int BATCH = 200;
    private static final Duration STOP = Duration.ofSeconds(5);

    private final CallRecordRows rows;
    private final Transactions transactions;
    private final NodeIdentity node;
    private final Terms terms;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    private long renewedSinceNanos;
    private boolean renewing;

    /// @param every how often the lease is renewed
    /// @param lasts how long it holds
    public record Terms(Duration every, Duration lasts) {
        public static final Terms USUAL = new Terms(Duration.ofSeconds(5), Duration.ofSeconds(20));
    }

    private NodeLease(CallRecordRows rows, Transactions transactions, NodeIdentity node, Terms terms) {
        this.rows = rows;
        this.transactions = transactions;
        this.node = node;
        this.terms = terms;
        this.thread = Thread.ofVirtual().name("node-lease").unstarted(this::run);
    }

    public static NodeLease start(CallRecordRows rows, Transactions transactions, NodeIdentity node, Terms terms) {
        var lease = new NodeLease(rows, transactions, node, terms);
        lease.thread.start();
        return lease;
    }

    private void run() {
        while (true) {
            try {
                renew();
                closeOrphans();
            } catch (RuntimeException e) {
                if (renewing) {
                    log.warn("this node's lease cannot be renewed: {}", e.getMessage());
                }
                renewing = false;
            }
            try {
                if (closed.await(terms.every().toNanos(), TimeUnit.NANOSECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public UUID id() {
        return node.id();
    }

    @Override
    public void renewLease() {
        transactions.asOperator(() -> rows.renewLease(node.id(), terms.lasts()));
    }

    private void renew() {
        renewLease();
        if (!renewing) {
            renewing = true;
            renewedSinceNanos = System.nanoTime();
        }
    }

    private void closeOrphans() {
        if (System.nanoTime() - renewedSinceNanos
                < terms.lasts().multipliedBy(2).toNanos()) {
            return;
        }
        while (true) {
            List<CallRecord> orphans = transactions.asOperator(this::closeSome);
            orphans.forEach(call -> log.warn(
                    "closed call {} of the dead node {}",
                    call.id(),
                    call.route().node()));
            if (orphans.size() < BATCH) {
                return;
            }
        }
    }

    private List<CallRecord> closeSome() {
        var orphans = rows.orphans(node.id(), BATCH);
        rows.insert(orphans);
        rows.removeOpen(orphans);
        return orphans;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
