/// Applications over REST, as the applicant sees them; the blacklist, for the operator.
@NullMarked
package org.hotline400.server.enrolment.web;

import org.jspecify.annotations.NullMarked;
