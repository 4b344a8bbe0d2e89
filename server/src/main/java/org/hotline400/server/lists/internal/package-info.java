/// How the lists module does it.
@NullMarked
package org.hotline400.server.lists.internal;

import org.jspecify.annotations.NullMarked;
