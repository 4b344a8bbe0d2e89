/// The last steps of an applicant over REST: a test call, and that all is well.
@NullMarked
package org.hotline400.server.enrolment.provisioning.web;

import org.jspecify.annotations.NullMarked;
