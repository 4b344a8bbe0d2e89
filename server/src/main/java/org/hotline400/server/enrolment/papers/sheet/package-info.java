/// Pages of A4 with Chinese text that are written from top to bottom: the application form, and bills.
@NullMarked
@NamedInterface("sheet")
package org.hotline400.server.enrolment.papers.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
