/// `./hotline plan`: checks, simulates and publishes call plans.
@NullMarked
package org.hotline400.app.plan;

import org.jspecify.annotations.NullMarked;
