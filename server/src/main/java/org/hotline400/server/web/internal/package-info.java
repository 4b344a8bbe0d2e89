/// How the web module does it.
@NullMarked
package org.hotline400.server.web.internal;

import org.jspecify.annotations.NullMarked;
