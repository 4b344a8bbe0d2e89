/// How the numbers module does it.
@NullMarked
package org.hotline400.server.numbers.internal;

import org.jspecify.annotations.NullMarked;
