/// `./hotline doctor`: one [Check] a part of the machine, each with a [Finding] that names the fix.
@NullMarked
package org.hotline400.app.doctor;

import org.jspecify.annotations.NullMarked;
