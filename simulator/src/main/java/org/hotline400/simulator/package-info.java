/// Placeholder
@NullMarked
package org.hotline400.simulator;

import org.jspecify.annotations.NullMarked;
