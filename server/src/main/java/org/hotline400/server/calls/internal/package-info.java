/// How calls are kept: the journal on disk, the writer that carries it into PostgreSQL, the lease of this node.
///
/// **Owns.** The files of the journal; the tables `calls.call_records`, `calls.open_calls` and `calls.nodes`.
///
/// **Invariants.** What the journal says is written is with the operating system, and on the disk 20 ms later. The
/// files are the truth: `HandOver` only spares the writer from reading them, and holds a bounded part of them.
/// `RecordWriter` goes through the journal in order and moves its checkpoint after the commit, so that a crash between
/// the two repeats a batch, which the database takes once. What can never be stored, or cannot be read from a damaged
/// file, is kept in the folder `aside` and holds up nothing. A call is in `open_calls` only while it is open for longer
/// than entries gather, at most half a second under load. `FreshRecords` only spares the readers of this node from
/// unpacking what it has just written: it holds a bounded part of the table, each record exactly as the table has it.
@NullMarked
package org.hotline400.server.calls.internal;

import org.jspecify.annotations.NullMarked;
