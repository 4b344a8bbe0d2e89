package org.hotline400.server.vault;

/// Makes keys behind those who must not wait for one: [KeyRing#wrapperFor] remembers who had none.
public interface MissedKeys {

    /// Makes a key for each tenant that was asked for without one; cheap when there is none.
    ///
    /// @throws org.springframework.dao.DataAccessException while the database is away; tried again at the next
    ///     call
    void makeMissing();
}
