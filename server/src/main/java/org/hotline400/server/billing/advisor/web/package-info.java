/// Advice and replays over REST.
@NullMarked
package org.hotline400.server.billing.advisor.web;

import org.jspecify.annotations.NullMarked;
