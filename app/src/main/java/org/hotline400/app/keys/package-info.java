/// `./hotline keys`: which keys there are, and their rotation.
@NullMarked
package org.hotline400.app.keys;

import org.jspecify.annotations.NullMarked;
