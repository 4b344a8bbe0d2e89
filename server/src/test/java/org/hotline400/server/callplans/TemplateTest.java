package org.hotline400.server.callplans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
    private static final Map<String, String> VALUES =
            Map.of("order-number", "A/1&x=${caller}", "caller", "13800138000");

    @Test
    void fillsInValuesOnceAndNeverWhatTheyContain() {
        assertThat(fill("Order ${order-number} of ${caller}${nobody}."))
                .isEqualTo("Order A/1&x=${caller} of 13800138000.");
    }

    @Test
    void aValueInAnAddressCannotLeaveItsPlace() {
        var filled = Template.of("https://crm.example.com/orders/${order-number}?by=${caller}")
                .fill(TemplateTest::value, text -> URLEncoder.encode(text, StandardCharsets.UTF_8));

        assertThat(filled).isEqualTo("https://crm.example.com/orders/A%2F1%26x%3D%24%7Bcaller%7D?by=13800138000");
    }

    @Test
    void whatIsNoNameOfAVariableIsRefused() {
        assertThatThrownBy(() -> Template.of("${Order Number}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Order Number");
    }

    private static String fill(String text) {
        return Template.of(text).fill(TemplateTest::value);
    }

    private static String value(VariableName name) {
        return VALUES.getOrDefault(name.value(), "");
    }
}
