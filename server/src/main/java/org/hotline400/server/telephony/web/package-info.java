/// The REST face of trunks and desk phones.
@NullMarked
package org.hotline400.server.telephony.web;

import org.jspecify.annotations.NullMarked;
