/// Regions over REST.
@NullMarked
package org.hotline400.server.regions.web;

import org.jspecify.annotations.NullMarked;
