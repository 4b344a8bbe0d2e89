/// The numbers over REST.
@NullMarked
package org.hotline400.server.numbers.web;

import org.jspecify.annotations.NullMarked;
