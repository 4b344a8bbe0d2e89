package org.hotline400.server.lists;

import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.TenantId;

/// The lists as calls need them. From memory: never waits, and answers while the database is away.
public interface ListDirectory {

    /// Empty when this enterprise has no list of that name.
    Optional<CallerList> find(TenantId tenant, ListName name);

    /// The operator's own blacklists, which count for every call of every enterprise.
    List<CallerList> platformBlacklists();
}
