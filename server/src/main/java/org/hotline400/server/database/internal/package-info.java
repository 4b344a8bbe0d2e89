/// How the database module does it.
@NullMarked
package org.hotline400.server.database.internal;

import org.jspecify.annotations.NullMarked;
