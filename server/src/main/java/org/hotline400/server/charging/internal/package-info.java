/// Inside of `charging`.
@NullMarked
package org.hotline400.server.charging.internal;

import org.jspecify.annotations.NullMarked;
