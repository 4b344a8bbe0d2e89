/// Bills, credit notes and statements as files: PDF on A4 that prints well, and CSV.
@NullMarked
package org.hotline400.server.billing.paper;

import org.jspecify.annotations.NullMarked;
