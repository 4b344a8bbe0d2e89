/// Payments of applications over REST.
@NullMarked
package org.hotline400.server.enrolment.payments.web;

import org.jspecify.annotations.NullMarked;
