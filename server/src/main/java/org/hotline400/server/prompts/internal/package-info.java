/// How prompts are read, kept in memory and in the database.
@NullMarked
package org.hotline400.server.prompts.internal;

import org.jspecify.annotations.NullMarked;
