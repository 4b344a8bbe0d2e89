package org.hotline400.server.numbers;

import java.util.Optional;
import org.hotline400.server.kernel.HotlineNumber;
import org.roaringbitmap.RoaringBitmap;

/// The numbers as live calls and the catalogue see them: from memory, at most a second old, there even while
/// the database is away.
public interface NumberDirectory {

    /// Empty when the platform does not know the number: nobody ever had it.
    Optional<NumberInService> find(HotlineNumber number);

    /// The numbers that cannot be had because of their status: all but the available ones, by the seven
    /// digits behind 400 (0 to 9,999,999). Nobody may change the set; a later change makes another one.
    RoaringBitmap taken();
}
