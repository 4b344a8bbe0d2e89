/// The REST face of trunks.
@NullMarked
package org.hotline400.server.telephony.web;

import org.jspecify.annotations.NullMarked;
