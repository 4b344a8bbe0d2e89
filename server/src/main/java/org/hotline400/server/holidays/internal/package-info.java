/// How the holidays module does it.
@NullMarked
package org.hotline400.server.holidays.internal;

import org.jspecify.annotations.NullMarked;
