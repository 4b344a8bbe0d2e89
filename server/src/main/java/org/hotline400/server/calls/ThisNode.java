package org.hotline400.server.calls;

import java.util.UUID;

/// This node among those that share the database. Other modules that keep something per node in the database
/// ask with the SQL function `calls.node_lives(node)` whose it is to ignore.
public interface ThisNode {

    /// Kept over restarts.
    UUID id();

    /// Says now that it lives, for when what is about to be written counts only while it does. Throws as any
    /// access to the database.
    void renewLease();
}
