/// How calls are kept: the journal on disk, the writer that carries it into PostgreSQL, the lease of this node.
@NullMarked
package org.hotline400.server.calls.internal;

import org.jspecify.annotations.NullMarked;
