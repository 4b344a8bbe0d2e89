/// `./hotline call`: a call from the terminal, told as it happens.
///
/// **Purpose.** [Ears] tell speech, tones and silence apart in what is heard; a [Caller] presses its keys at the
/// right moments and hangs up in time; each thing that happens is one [Line], in Chinese and English.
@NullMarked
package org.hotline400.app.call;

import org.jspecify.annotations.NullMarked;
