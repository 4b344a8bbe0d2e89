/// The tables of retention.
@NullMarked
package org.hotline400.server.enrolment.retention.internal;

import org.jspecify.annotations.NullMarked;
