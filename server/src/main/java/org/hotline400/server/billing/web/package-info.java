/// `billing` over REST.
@NullMarked
package org.hotline400.server.billing.web;

import org.jspecify.annotations.NullMarked;
