/// The keys at hand and in the database, the master key in its file, and what is sealed under them.
@NullMarked
package org.hotline400.server.vault.internal;

import org.jspecify.annotations.NullMarked;
