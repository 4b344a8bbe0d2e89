-- Whether a node's lease holds: for the modules that keep something per node. `now()` is the start of the transaction, so
-- a lease is never taken for run out too early by one that had to wait for a lock.
create function calls.node_lives(asked uuid) returns boolean
    language sql stable
    return exists (select from calls.nodes n where n.node = asked and n.expires_at > now());
