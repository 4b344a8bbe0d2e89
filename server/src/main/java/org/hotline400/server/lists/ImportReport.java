package org.hotline400.server.lists;

/// What an import did, or would do.
///
/// @param rows that the file has
/// @param added entries that were not there
/// @param present entries that were there and took what the file says of them
/// @param removed entries that the file did not name, of a replaced list
/// @param entries that the list has now, or would have
/// @param encoding of the file: `UTF-8`, `GB18030`
public record ImportReport(int rows, int added, int present, int removed, int entries, String encoding) {}
