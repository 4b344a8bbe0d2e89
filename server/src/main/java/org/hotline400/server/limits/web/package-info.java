/// The use of a number over REST.
@NullMarked
package org.hotline400.server.limits.web;

import org.jspecify.annotations.NullMarked;
