/// How applications are kept, checked and changed.
@NullMarked
package org.hotline400.server.enrolment.internal;

import org.jspecify.annotations.NullMarked;
