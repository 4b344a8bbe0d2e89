package org.hotline400.server.database;

/// News that configuration has changed, within a second of the commit, on every node.
///
/// Published by `select kernel.configuration_changed('numbers')` in the transaction that changes it (a
/// trigger does well), which is a NOTIFY on the channel `hotline_configuration`.
public interface ConfigurationChanges {

    /// Calls `refresh` once now, on the caller's thread, and again after each change of this topic and after
    /// each loss of the database, one at a time, on the listener's thread. The first call's failure is the
    /// caller's; a later one is logged, and repeated a second later until it succeeds.
    ///
    /// @param topic lower case, the noun that changed: `numbers`, `callplans`, `trunks`, `prompts`,
    ///     `api-keys`
    /// @param refresh reads the configuration anew; bounded by the database's own time limits
    void subscribe(String topic, Runnable refresh);
}
