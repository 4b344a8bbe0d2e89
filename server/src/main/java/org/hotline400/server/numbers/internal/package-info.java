/// How the life cycle does it: the rows, the locked change, the timer, the copy in memory.
@NullMarked
package org.hotline400.server.numbers.internal;

import org.jspecify.annotations.NullMarked;
