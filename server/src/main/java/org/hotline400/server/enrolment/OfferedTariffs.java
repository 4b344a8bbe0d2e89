package org.hotline400.server.enrolment;

import java.util.Optional;
import org.hotline400.server.tariffs.Tariff;

/// Port: the packages that are sold today.
@FunctionalInterface
public interface OfferedTariffs {
    /// The edition that is sold today; empty when there is none with this code.
    Optional<Tariff> find(String code);
}
