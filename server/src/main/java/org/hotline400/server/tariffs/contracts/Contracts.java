package org.hotline400.server.tariffs.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.springframework.stereotype.Service;

/// The contracts. Every method runs in the caller's transaction and sees what that may see.
@Service
public class Contracts {

    /// What is agreed when a number comes into service.
    ///
    /// @param id of the contract: the same again changes nothing
    public record Order(
            ContractId id,
            TenantId tenant,
            HotlineNumber number,
            String tariff,
            int version,
            int termMonths,
            LocalDate starts,
            LocalDate paidUntil) {}

    /// Signs a contract; one that was signed before stays as it is.
    public Contract sign(Order order) {
        throw new UnsupportedOperationException();
    }

    public Optional<Contract> find(ContractId id) {
        throw new UnsupportedOperationException();
    }

    /// The contract of a number on a day.
    public Optional<Contract> find(HotlineNumber number, LocalDate day) {
        throw new UnsupportedOperationException();
    }

    /// All of a tenant, the oldest first.
    public List<Contract> of(TenantId tenant) {
        throw new UnsupportedOperationException();
    }

    /// All that held on some day of `[from, until)`, in the order of their ids.
    ///
    /// @param after start behind this one
    public List<Contract> holding(LocalDate from, LocalDate until, Optional<ContractId> after, int most) {
        throw new UnsupportedOperationException();
    }
}
