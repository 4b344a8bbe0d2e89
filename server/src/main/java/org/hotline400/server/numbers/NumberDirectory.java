package org.hotline400.server.numbers;

import java.util.Optional;
import org.hotline400.server.kernel.HotlineNumber;

/// The numbers as live calls see them: from memory, at most a second old, there even while the database is
/// away.
public interface NumberDirectory {

    /// Empty when the platform does not know the number.
    Optional<NumberInService> find(HotlineNumber number);
}
