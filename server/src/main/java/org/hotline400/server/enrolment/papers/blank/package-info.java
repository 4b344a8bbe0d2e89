/// The application form (业务受理单) as the platform fills it in: to print, sign, stamp and send back.
@NullMarked
package org.hotline400.server.enrolment.papers.blank;

import org.jspecify.annotations.NullMarked;
