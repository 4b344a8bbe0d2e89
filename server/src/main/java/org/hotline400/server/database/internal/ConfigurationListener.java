package org.hotline400.server.database.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.database.DatabaseAccess;
import org.hotline400.server.database.DatabaseHealth;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens to `hotline_configuration` on a connection and a virtual thread of its own.
public final class ConfigurationListener implements ConfigurationChanges, DatabaseHealth, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationListener.class);
    private static final Duration RETRY = Duration.ofMillis(500);
    /// Reading anew takes at most this part of the time, so that ten thousand changes in a row cost no more than some.
    private static final int SHARE = 4;

    private static final Duration LONGEST_GATHERING = Duration.ofMillis(250);
    private static final Duration CHECK = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(5);

    private final DatabaseAccess access;
    private final Map<String, List<Runnable>> subscribers = new ConcurrentHashMap<>();
    private final Set<String> stale = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean up;
    private volatile boolean closed;

    private ConfigurationListener(DatabaseAccess access) {
        this.access = access;
        this.thread = Thread.ofVirtual().name("configuration-changes").unstarted(this::run);
    }

    /// Begins to listen.
    public static ConfigurationListener start(DatabaseAccess access) {
        var listener = new ConfigurationListener(access);
        listener.thread.start();
        return listener;
    }

    @Override
    public boolean isUp() {
        return up;
    }

    @Override
    public void subscribe(String topic, Runnable refresh) {
        subscribers.computeIfAbsent(topic, key -> new CopyOnWriteArrayList<>()).add(refresh);
        refresh.run();
    }

    private void run() {
        while (!closed) {
            try (var connection = connect()) {
                listen(connection);
            } catch (SQLException e) {
                reportLoss(e);
                rest();
            }
        }
    }

    private Connection connect() throws SQLException {
        return Connections.open(access.url(), access.app());
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen hotline_configuration");
        }
        up = true;
        stale.addAll(subscribers.keySet());
        while (!closed) {
            refreshStale();
            receive(connection);
        }
    }

    private void receive(Connection connection) throws SQLException {
        var wait = stale.isEmpty() ? CHECK : RETRY;
        var news = connection.unwrap(PGConnection.class).getNotifications(Math.toIntExact(wait.toMillis()));
        for (var one : news) {
            stale.add(one.getParameter());
        }
        if (news.length == 0 && !connection.isValid(Math.toIntExact(ANSWER.toSeconds()))) {
            throw new SQLException("the database does not answer");
        }
    }

    private void refreshStale() {
        if (stale.isEmpty()) {
            return;
        }
        long began = System.nanoTime();
        refreshAll();
        long took = System.nanoTime() - began;
        gather(Math.min(took * (SHARE - 1), LONGEST_GATHERING.toNanos()));
    }

    private void gather(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private void refreshAll() {
        for (var topic : List.copyOf(stale)) {
            // Removed before the refresh: what is published meanwhile makes it stale again.
            stale.remove(topic);
            if (!refresh(topic)) {
                stale.add(topic);
            }
        }
    }

    private boolean refresh(String topic) {
        try {
            subscribers.getOrDefault(topic, List.of()).forEach(Runnable::run);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("could not re-read {}, trying again: {}", topic, e.getMessage());
            return false;
        }
    }

    private void reportLoss(SQLException e) {
        if (up && !closed) {
            LOG.warn("the database is away: {}", e.getMessage());
        }
        up = false;
    }

    private void rest() {
        gather(RETRY.toNanos());
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(STOPPED_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
