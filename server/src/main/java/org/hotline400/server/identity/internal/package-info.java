/// How the identity module does it.
@NullMarked
package org.hotline400.server.identity.internal;

import org.jspecify.annotations.NullMarked;
