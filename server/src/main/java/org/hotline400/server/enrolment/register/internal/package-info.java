/// The tables of the register.
@NullMarked
package org.hotline400.server.enrolment.register.internal;

import org.jspecify.annotations.NullMarked;
