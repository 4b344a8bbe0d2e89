/// The papers of an application: what they are, whether they can be taken, where they lie sealed.
@NullMarked
package org.hotline400.server.enrolment.papers;

import org.jspecify.annotations.NullMarked;
