/// `charging` over REST.
@NullMarked
package org.hotline400.server.charging.web;

import org.jspecify.annotations.NullMarked;
