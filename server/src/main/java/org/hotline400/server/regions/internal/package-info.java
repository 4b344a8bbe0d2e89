/// How the regions module keeps its data.
@NullMarked
package org.hotline400.server.regions.internal;

import org.jspecify.annotations.NullMarked;
