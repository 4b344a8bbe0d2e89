/// `./hotline backup` and `./hotline restore`: everything the platform keeps, into one file and back.
@NullMarked
package org.hotline400.app.backup;

import org.jspecify.annotations.NullMarked;
