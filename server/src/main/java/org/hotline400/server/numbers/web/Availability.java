package org.hotline400.server.numbers.web;

import java.util.Optional;
import org.hotline400.server.numbers.NumberInService;
import org.hotline400.server.numbers.NumberStatus;

/// Whether a number can be had, as everybody may know it: never by whom it is kept.
enum Availability {
    AVAILABLE("available", "可以选购", "can be had"),
    HELD("held", "他人正在选购，可能很快释放", "in somebody's cart, and perhaps free in some minutes"),
    TAKEN("taken", "已被占用", "taken"),
    OFF_SALE("off-sale", "暂不销售", "not on sale");

    private final String code;
    private final String chinese;
    private final String english;

    Availability(String code, String chinese, String english) {
        this.code = code;
        this.chinese = chinese;
        this.english = english;
    }

    /// @param known what the platform knows of the number
    static Availability of(Optional<NumberInService> known, boolean onSale) {
        var status = known.map(NumberInService::status).orElse(NumberStatus.AVAILABLE);
        if (status == NumberStatus.AVAILABLE) {
            return onSale ? AVAILABLE : OFF_SALE;
        }
        return status == NumberStatus.HELD ? HELD : TAKEN;
    }

    NamedBody body() {
        return new NamedBody(code, chinese, english);
    }
}
