package org.hotline400.server.tariffs.entitlements;

import java.util.List;
import java.util.Set;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.tariffs.Feature;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.springframework.stereotype.Service;

/// Which features a number may use, and what was bought.
@Service
public class Features {

    /// Those a number may use now; all when it has no contract. From memory.
    public Set<Feature> of(HotlineNumber number) {
        throw new UnsupportedOperationException();
    }

    /// All options that a contract has or had, the oldest first. Runs in the caller's transaction.
    public List<BoughtOption> bought(ContractId contract) {
        throw new UnsupportedOperationException();
    }
}
