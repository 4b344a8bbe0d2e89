/// Notifications over REST.
@NullMarked
package org.hotline400.server.notifications.web;

import org.jspecify.annotations.NullMarked;
