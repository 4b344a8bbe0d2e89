/// Legal holds and certificates over REST.
@NullMarked
package org.hotline400.server.enrolment.retention.web;

import org.jspecify.annotations.NullMarked;
