/// What a 400 number is worth, told in the terminal without a server.
@NullMarked
package org.hotline400.app.number;

import org.jspecify.annotations.NullMarked;
