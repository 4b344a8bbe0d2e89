/// Packages over REST.
@NullMarked
package org.hotline400.server.tariffs.web;

import org.jspecify.annotations.NullMarked;
