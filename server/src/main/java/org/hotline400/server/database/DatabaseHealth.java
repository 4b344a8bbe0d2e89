package org.hotline400.server.database;

/// Whether the database answers.
public interface DatabaseHealth {

    /// As last observed, at no cost: turns false at once when the server closes its connections, and within
    /// ten seconds when it falls silent.
    boolean isUp();
}
