/// Counts calls once, and asks the rows.
@NullMarked
package org.hotline400.server.statistics.internal;

import org.jspecify.annotations.NullMarked;
