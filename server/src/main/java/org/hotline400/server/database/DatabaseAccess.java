package org.hotline400.server.database;

/// How to reach the database.
///
/// @param url JDBC, without user and password
/// @param owner migrates; owns every table
/// @param app serves; owns nothing and obeys row security
public record DatabaseAccess(String url, Login owner, Login app) {
    /// The name of the role that serves.
    public static final String APP_ROLE = "hotline_app";

    /// The name of the role that migrates the embedded database.
    public static final String OWNER_ROLE = "hotline_owner";
}
