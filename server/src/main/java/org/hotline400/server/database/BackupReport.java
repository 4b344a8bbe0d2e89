package org.hotline400.server.database;

/// What a backup or a restore carried.
///
/// @param version of the schemas in the backup
public record BackupReport(String version, int tables, long rows, int files) {}
