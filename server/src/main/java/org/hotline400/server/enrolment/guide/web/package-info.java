/// The guide over REST.
@NullMarked
package org.hotline400.server.enrolment.guide.web;

import org.jspecify.annotations.NullMarked;
