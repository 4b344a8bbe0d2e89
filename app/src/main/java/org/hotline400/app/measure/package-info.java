/// What only the platform's own process can measure of itself: `./hotline bench plans` and `bench numbers`
/// start it and read the figures. And what the launcher lets a platform rehearse before its first real start.
@NullMarked
package org.hotline400.app.measure;

import org.jspecify.annotations.NullMarked;
