/// The archive of a backup: a ZIP with `tables/<schema>.<table>` (PostgreSQL's COPY text), `files/<path>`
/// (the data folder but for PostgreSQL's own and the logs), and `manifest.json` with row counts and SHA-256
/// of every entry.
@NullMarked
package org.hotline400.server.database.internal.backup;

import org.jspecify.annotations.NullMarked;
