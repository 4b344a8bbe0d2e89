/// Replays real calls through other packages: which one would have been cheapest, and what a bill would have been.
/// Never touches the books.
@NullMarked
package org.hotline400.server.billing.advisor;

import org.jspecify.annotations.NullMarked;
