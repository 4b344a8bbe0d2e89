/// Session descriptions for one audio stream (RFC 4566/8866) and offer/answer over them (RFC 3264).
///
/// **Purpose.** Say what we offer, read what they offer, agree or find that there is nothing in common.
/// **Invariants.** Pure functions over records; anything a peer can write gives an [AudioSession] or an
/// [SdpException], nothing else.
@NullMarked
package org.hotline400.sip.sdp;

import org.jspecify.annotations.NullMarked;
