/// The price of one component of a call: pure functions over records, without clock, database or rounding errors.
///
/// A [Price] says what a second costs at each time of day and from each second of a call on. A [Meter] counts along
/// it: increment by increment, each charged at the price, the allowance and the month in force at its start, even
/// when it ends later. The sum is kept as an exact fraction and rounded once, when it is asked for; so a call that is
/// counted slice by slice costs what it costs when it is counted at once.
@NullMarked
@NamedInterface("rating")
package org.hotline400.server.tariffs.rating;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
