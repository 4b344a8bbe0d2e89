/// Messages over REST.
@NullMarked
package org.hotline400.server.enrolment.messages.web;

import org.jspecify.annotations.NullMarked;
