/// The table of resellers.
@NullMarked
package org.hotline400.server.enrolment.resellers.internal;

import org.jspecify.annotations.NullMarked;
