package org.hotline400.server.database;

/// A role of PostgreSQL and its password.
public record Login(String role, String password) {

    @Override
    public String toString() {
        return role;
    }
}
