/// How soon an enterprise's statistics are there: calls are written into the running platform's own database, and asked
/// for over REST as the console does.
@NullMarked
package org.hotline400.bench.statistics;

import org.jspecify.annotations.NullMarked;
