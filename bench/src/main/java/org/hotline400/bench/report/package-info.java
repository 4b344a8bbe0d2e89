/// What was measured: figures beside what is asked and what peers reach, as text, as JSON, and kept in a page.
///
/// **Invariants.** A figure that was not measured is absent, never a guess. Figures of peers that were not
/// measured in the same run are marked as quoted.
@NullMarked
package org.hotline400.bench.report;

import org.jspecify.annotations.NullMarked;
