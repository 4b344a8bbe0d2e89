package org.hotline400.server.billing.advisor;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.tariffs.Component;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes rated legs of a contract as charging does.
record AdvisedShop(JdbcClient jdbc, Transactions transactions, TenantId tenant, ContractId contract) {
    private static final AtomicInteger NUMBERS = new AtomicInteger(7_450_000);

    static HotlineNumber freshNumber() {
        return new HotlineNumber("400" + NUMBERS.incrementAndGet());
    }

    /// A call to one line, charged by the minute, in one month.
    void talk(LocalDateTime from, long seconds) {
        piece(CallId.next(), 1, from, seconds);
    }

    /// A piece of a call in one month.
    ///
    /// @param leg counts its pieces
    void piece(CallId call, int leg, LocalDateTime from, long seconds) {
        transactions.asOperator(() -> jdbc.sql("""
                        insert into charging.rated_legs (tenant, call, leg, contract, number, component, target, from_at,
                                                         month, seconds, charged, covered, cost, unsecured)
                        values (:tenant, :call, :leg, :contract, '4004000001', :component, '01012345678', :from, :month,
                                :seconds, :charged, 0, 180000, 0)""")
                .param("tenant", tenant.value())
                .param("call", call.value())
                .param("leg", leg)
                .param("contract", contract.value())
                .param("component", Component.FORWARD_FIXED.code())
                .param("from", SqlTime.of(from.atZone(BusinessTime.ZONE).toInstant()))
                .param("month", month(from))
                .param("seconds", seconds)
                .param("charged", Math.ceilDiv(seconds, 60) * 60)
                .update());
    }

    private static LocalDate month(LocalDateTime at) {
        return at.toLocalDate().withDayOfMonth(1);
    }
}
