/// Inside of `billing`.
@NullMarked
package org.hotline400.server.billing.internal;

import org.jspecify.annotations.NullMarked;
