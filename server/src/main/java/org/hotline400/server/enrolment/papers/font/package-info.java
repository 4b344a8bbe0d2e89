/// The one font that forms and watermarks are written in, whatever the machine has installed.
@NullMarked
package org.hotline400.server.enrolment.papers.font;

import org.jspecify.annotations.NullMarked;
