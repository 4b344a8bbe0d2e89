/// The table of messages.
@NullMarked
package org.hotline400.server.enrolment.messages.internal;

import org.jspecify.annotations.NullMarked;
