/// What an application says, and the facts about it that a machine can check.
@NullMarked
@NamedInterface("form")
package org.hotline400.server.enrolment.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
