/// Papers as they are shown: never the file itself, always a picture of it that says who looks.
@NullMarked
package org.hotline400.server.enrolment.papers.preview;

import org.jspecify.annotations.NullMarked;
