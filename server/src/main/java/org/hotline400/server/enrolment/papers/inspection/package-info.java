/// Whether a file can be taken as a paper: pure functions on its bytes. A file comes from anybody and is
/// hostile until it is proved to be what it says; each refusal has its own reason and tells the fix.
@NullMarked
package org.hotline400.server.enrolment.papers.inspection;

import org.jspecify.annotations.NullMarked;
