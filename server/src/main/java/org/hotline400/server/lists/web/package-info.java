/// The lists over REST.
@NullMarked
package org.hotline400.server.lists.web;

import org.jspecify.annotations.NullMarked;
