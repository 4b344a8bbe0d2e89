/// HTTP requests to addresses that customers name, which must never become a way into the operator's network.
///
/// **Owns.** The HTTP client and the rule which addresses may be asked (`hotline.outbound.allowed` widens it).
/// **Publishes.** `OutboundHttp` (`send`, `begin`), `OutboundRequest`, the sealed `OutboundResponse`.
///
/// **Invariants.** A name is looked up once, all its addresses are checked, and only these are connected to. A
/// request ends at its deadline, whatever the far side does; what it may send is bounded in lines and bytes.
/// Neither a proxy nor cookies, nor redirects unless asked for, each of which is checked like the first
/// address.
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package org.hotline400.server.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
