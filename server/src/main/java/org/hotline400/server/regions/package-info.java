/// Where callers are: which province and city a calling number belongs to.
///
/// **Owns.** Schema `regions` (the operator's overrides and imported segment files), and the data files
/// `regions/*.csv` in the jar: provinces, cities, area codes, carriers, corrections of the library.
///
/// **Publishes.** `Region`, `Regions`, `RegionTable` (names and codes, for plans and lists); `RegionIndex`,
/// the pure core.
///
/// **Asked in this order.** Override → imported segment → libphonenumber's geocoder with our corrections →
/// unknown. Fixed lines: override → our own table of area codes → unknown.
///
/// **Invariants.** A look-up has no I/O and takes nanoseconds; while the table of mobiles is being made, just
/// after the start, it asks the library directly instead. A change replaces the whole index at once: no call
/// sees half an import. What is not known is `Region.UNKNOWN`, never a guess — but where cities share an area
/// code and the number does not tell them apart, it is the largest of them.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "web", "identity"})
package org.hotline400.server.regions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
