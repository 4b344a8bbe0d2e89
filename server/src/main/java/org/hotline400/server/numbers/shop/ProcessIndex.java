package org.hotline400.server.numbers.shop;

import java.lang.ref.SoftReference;
import org.hotline400.server.numbers.catalogue.CatalogueIndex;
import org.springframework.stereotype.Component;

/// Makes the index once for all servers of this process, of which tests have many: it depends on the rules
/// alone and never changes.
@Component
final class ProcessIndex implements IndexSource {
    private static SoftReference<CatalogueIndex> made = new SoftReference<>(null);

    @Override
    public CatalogueIndex make() {
        return shared();
    }

    private static synchronized CatalogueIndex shared() {
        var there = made.get();
        if (there != null) {
            return there;
        }
        var index = CatalogueIndex.build();
        made = new SoftReference<>(index);
        return index;
    }
}
