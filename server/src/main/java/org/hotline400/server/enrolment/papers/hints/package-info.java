/// What a machine sees in a paper that a reviewer should look at. Hints, never verdicts: nobody is refused for
/// one.
@NullMarked
package org.hotline400.server.enrolment.papers.hints;

import org.jspecify.annotations.NullMarked;
