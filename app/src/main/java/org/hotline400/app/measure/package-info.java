/// What only the platform's own process can measure of itself: `./hotline bench plans` and `bench numbers`
/// start it and read the figures.
@NullMarked
package org.hotline400.app.measure;

import org.jspecify.annotations.NullMarked;
