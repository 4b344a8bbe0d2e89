/// The official days off and make-up working days, year by year.
///
/// **Owns.** Schema `holidays` (imported years) and the files `holidays/<year>.csv` of the box; an imported
/// year counts instead of the box's. **Publishes.** `Holidays` (the calendar, from memory), `HolidayYears`
/// (import).
///
/// **Invariants.** A year is imported as a whole or not at all, and is live on all nodes within a second. A
/// year that is missing is warned of, in the log and to whoever asks; it counts as plain weeks.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "web", "identity"})
package org.hotline400.server.holidays;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
