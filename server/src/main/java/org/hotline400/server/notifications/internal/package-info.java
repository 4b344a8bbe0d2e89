/// How the notifications module does it: `Feeder` reads calls on and fills the outbox, `Dispatcher` empties it
/// over the three `Sender`s, `LetterDispatcher` sends what `Letters` has taken.
@NullMarked
package org.hotline400.server.notifications.internal;

import org.jspecify.annotations.NullMarked;
