/// Resellers over REST.
@NullMarked
package org.hotline400.server.enrolment.resellers.web;

import org.jspecify.annotations.NullMarked;
