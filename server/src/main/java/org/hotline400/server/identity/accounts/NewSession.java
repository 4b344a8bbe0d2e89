package org.hotline400.server.identity.accounts;

import org.hotline400.server.identity.internal.Secret;

/// A session that has just begun, with the secret that only its browser knows.
public record NewSession(Session session, Secret secret) {}
