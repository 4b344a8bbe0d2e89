/// How it is counted: gates in this node's memory, which share round trips to the gates of the database.
@NullMarked
package org.hotline400.server.limits.internal;

import org.jspecify.annotations.NullMarked;
