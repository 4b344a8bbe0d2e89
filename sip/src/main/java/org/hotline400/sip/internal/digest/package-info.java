/// Digest access authentication, the arithmetic of both sides (RFC 3261 §22, RFC 7616, RFC 8760).
@NullMarked
package org.hotline400.sip.internal.digest;

import org.jspecify.annotations.NullMarked;
