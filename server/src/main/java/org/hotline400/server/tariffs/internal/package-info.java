/// Where the packages come from.
@NullMarked
package org.hotline400.server.tariffs.internal;

import org.jspecify.annotations.NullMarked;
