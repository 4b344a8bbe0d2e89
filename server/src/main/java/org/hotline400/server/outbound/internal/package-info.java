/// How the outbound module does it, on Apache HttpClient (`docs/adr/0017-outbound-http.md`).
@NullMarked
package org.hotline400.server.outbound.internal;

import org.jspecify.annotations.NullMarked;
