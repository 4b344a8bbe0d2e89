/// `./hotline audit`: proves that the audit trail is as it was written.
@NullMarked
package org.hotline400.app.audit;

import org.jspecify.annotations.NullMarked;
