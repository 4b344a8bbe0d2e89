package org.hotline400.server.billing.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.hotline400.server.billing.invoices.InvoiceState.Event;
import org.junit.jupiter.api.Test;

/// Every event in every state.
class InvoiceStateTest {

    @Test
    void only_these_changes_there_are() {
        var changes = Arrays.stream(InvoiceState.values())
                .flatMap(state -> Stream.of(Event.values())
                        .flatMap(event -> state.after(event).stream()
                                .map(after -> state.code() + " " + event + " " + after.code())));

        assertThat(changes)
                .containsExactly(
                        "requested EXPORT exported",
                        "requested REFUSE refused",
                        "requested WITHDRAW withdrawn",
                        "exported MAKE_OUT made-out",
                        "exported REFUSE refused",
                        "made-out REVERSE reversed");
    }
}
