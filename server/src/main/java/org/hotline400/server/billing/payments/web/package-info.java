/// Top-ups, refunds and the providers' notifications over REST.
@NullMarked
package org.hotline400.server.billing.payments.web;

import org.jspecify.annotations.NullMarked;
