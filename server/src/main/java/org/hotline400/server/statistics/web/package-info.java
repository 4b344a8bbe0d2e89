/// The REST face of statistics.
@NullMarked
package org.hotline400.server.statistics.web;

import org.jspecify.annotations.NullMarked;
