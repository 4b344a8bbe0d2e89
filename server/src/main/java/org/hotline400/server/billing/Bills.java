package org.hotline400.server.billing;

import java.util.Optional;
import org.springframework.stereotype.Service;

/// The bills. Every method runs in the caller's transaction and sees what that may see.
@Service
public class Bills {

    public Optional<Bill> find(BillId id) {
        throw new UnsupportedOperationException();
    }
}
