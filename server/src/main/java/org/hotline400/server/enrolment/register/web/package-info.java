/// The register over REST.
@NullMarked
package org.hotline400.server.enrolment.register.web;

import org.jspecify.annotations.NullMarked;
