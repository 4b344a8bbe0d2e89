/// The file format of recordings (`docs/adr/0004-recording-file-format.md`), their keys, the folder, the catalogue in
/// the database, retention.
@NullMarked
package org.hotline400.server.recordings.internal;

import org.jspecify.annotations.NullMarked;
