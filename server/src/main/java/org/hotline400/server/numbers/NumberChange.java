package org.hotline400.server.numbers;

import java.util.Optional;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// What became of an attempt to change a number's status.
public sealed interface NumberChange {

    /// It is done, and recorded.
    record Done(NumberInService number) implements NumberChange {}

    /// It had been done before: nothing has changed, no time was added.
    record AsBefore(NumberInService number) implements NumberChange {}

    /// The platform does not know this number.
    record Unknown(HotlineNumber number) implements NumberChange {}

    /// This cannot happen to a number in this status.
    record Impossible(NumberInService number, NumberEvent event) implements NumberChange {}

    /// Somebody else was faster: he holds it, or has reserved it.
    record AlreadyHeld(HotlineNumber number) implements NumberChange {}

    /// Somebody has it, or it still rests.
    record NotAvailable(HotlineNumber number) implements NumberChange {}

    /// The operator does not offer it.
    record NotOnSale(HotlineNumber number) implements NumberChange {}

    /// The tenant holds as many numbers as it may.
    record HoldLimit(int most) implements NumberChange {}

    /// Whoever wants this is not its holder.
    record NotHolder(HotlineNumber number) implements NumberChange {}

    /// There is no such tenant to give it to.
    record NoSuchTenant(TenantId tenant) implements NumberChange {}

    /// The number cannot take another one's place: the same holder must have it in service, or the operator
    /// have reserved it for him.
    record NoSuccessor(HotlineNumber number) implements NumberChange {}

    /// The number as it was wanted; empty where it did not come to that.
    default Optional<NumberInService> result() {
        return switch (this) {
            case Done(var number) -> Optional.of(number);
            case AsBefore(var number) -> Optional.of(number);
            case Unknown _,
                    Impossible _,
                    AlreadyHeld _,
                    NotAvailable _,
                    NotOnSale _,
                    HoldLimit _,
                    NotHolder _,
                    NoSuchTenant _,
                    NoSuccessor _ -> Optional.empty();
        };
    }
}
