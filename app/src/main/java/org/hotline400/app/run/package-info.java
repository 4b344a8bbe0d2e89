/// Commands that run the platform: options, start, the lines a script reads, orderly stop.
@NullMarked
package org.hotline400.app.run;

import org.jspecify.annotations.NullMarked;
