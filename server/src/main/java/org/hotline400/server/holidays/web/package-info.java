/// The holidays over REST.
@NullMarked
package org.hotline400.server.holidays.web;

import org.jspecify.annotations.NullMarked;
