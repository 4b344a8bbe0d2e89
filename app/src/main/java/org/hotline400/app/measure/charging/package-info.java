/// What only the platform's own process can measure of charging: `./hotline bench charging` starts it and
/// reads the figures.
@NullMarked
package org.hotline400.app.measure.charging;

import org.jspecify.annotations.NullMarked;
