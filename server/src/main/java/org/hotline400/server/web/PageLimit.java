package org.hotline400.server.web;

import org.hotline400.server.kernel.Checks;

/// How many items a page of a list may have.
public final class PageLimit {
    public static final int USUAL = 50;
    public static final int MOST = 200;

    private PageLimit() {}

    /// Reads the parameter `limit`.
    public static int read(Checks checks, int limit) {
        if (limit < 1 || limit > MOST) {
            checks.add("limit", "out-of-range", "is 1 to " + MOST, "取值为 1 到 " + MOST + "。");
        }
        return limit;
    }
}
