/// The REST face of calls: records, live calls, rehearsals.
@NullMarked
package org.hotline400.server.calls.web;

import org.jspecify.annotations.NullMarked;
