/// Who may have which number with which papers: rules as data, read from `enrolment/rules.json` and validated
/// at start.
@NullMarked
package org.hotline400.server.enrolment.rules;

import org.jspecify.annotations.NullMarked;
