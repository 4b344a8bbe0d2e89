package org.hotline400.server.tariffs.web;

import java.util.List;
import org.hotline400.server.web.Problem;

/// Why an option is not bought or dropped.
final class OptionProblems {
    static final Problem NO_CONTRACT = Problem.conflict(
            "contracts.none",
            "This number has no contract: it may use everything, and nothing is sold beside it.",
            "该号码没有合同：可使用全部功能，无需加购。");
    static final Problem INCLUDED =
            Problem.conflict("contracts.feature-included", "The package includes this feature.", "套餐已包含该功能，无需加购。");
    static final Problem NOT_OFFERED = Problem.conflict(
            "contracts.feature-not-offered",
            "This package does not offer the feature as an option; take another package.",
            "当前套餐不提供该功能的加购，请更换套餐。");
    static final Problem NOT_BOUGHT = Problem.notFound(
            "contracts.feature-not-bought",
            "This feature was not bought beside the package, or is dropped already.",
            "该功能没有加购，或已退订。");
    static final Problem KEY_USED = Problem.conflict(
            "contracts.key-used",
            "This Idempotency-Key came with something else before; take a new one.",
            "此 Idempotency-Key 已用于其他操作，请换一个。");

    private static final int MOST_PATHS = 10;

    private OptionProblems() {}

    static Problem inUse(List<String> paths) {
        var shown =
                String.join(", ", paths.stream().limit(MOST_PATHS).toList()) + (paths.size() > MOST_PATHS ? " …" : "");
        return Problem.conflict(
                "contracts.feature-in-use",
                "The live plan uses it at " + shown
                        + ": change the plan first, or drop it with force; calls then pass over these places.",
                "当前呼叫方案正在使用该功能（" + shown + "）：请先修改方案，或以 force 强制退订，此后来电将略过这些位置。");
    }
}
