/// Identity over REST.
@NullMarked
package org.hotline400.server.identity.web;

import org.jspecify.annotations.NullMarked;
