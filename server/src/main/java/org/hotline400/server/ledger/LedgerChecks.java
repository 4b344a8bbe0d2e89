package org.hotline400.server.ledger;

import org.springframework.stereotype.Service;

/// Looks whether the books are right: nightly, by `./hotline ledger verify`, and in tests.
@Service
public class LedgerChecks {}
