/// The reviewers' desk over REST.
@NullMarked
package org.hotline400.server.enrolment.review.web;

import org.jspecify.annotations.NullMarked;
