package org.hotline400.server.lists;

import java.util.List;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// Who needs a list; answered by whoever keeps what names lists. There may be none of them, or several.
@FunctionalInterface
public interface ListUse {

    /// The numbers whose live plan names this list: as long as there is one, the list is not deleted.
    List<HotlineNumber> users(TenantId tenant, ListName list);
}
