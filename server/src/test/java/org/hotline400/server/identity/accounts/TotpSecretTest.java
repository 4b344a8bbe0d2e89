package org.hotline400.server.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.commons.codec.binary.Base32;
import org.hotline400.server.identity.SignInName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpSecretTest {
    /// That of RFC 6238, appendix B.
    private static final TotpSecret SECRET =
            new TotpSecret(new Base32().encodeToString("12345678901234567890".getBytes(StandardCharsets.US_ASCII)));

    /// The last six of the eight digits there.
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037"})
    void agrees_with_the_vectors_of_rfc_6238(long seconds, String code) {
        assertThat(SECRET.code(Instant.ofEpochSecond(seconds))).isEqualTo(code);
    }

    @Test
    void clocks_may_differ_by_one_step() {
        var now = Instant.ofEpochSecond(1_111_111_111);
        long step = now.getEpochSecond() / 30;

        assertThat(SECRET.stepOf(SECRET.code(now), now)).hasValue(step);
        assertThat(SECRET.stepOf(SECRET.code(now.minusSeconds(30)), now)).hasValue(step - 1);
        assertThat(SECRET.stepOf(SECRET.code(now.plusSeconds(30)), now)).hasValue(step + 1);
        assertThat(SECRET.stepOf(SECRET.code(now.minusSeconds(60)), now)).isEmpty();
        assertThat(SECRET.stepOf("", now)).isEmpty();
    }

    @Test
    void an_app_reads_its_address() {
        assertThat(SECRET.uri(new SignInName("name@example.cn")))
                .isEqualTo(
                        "otpauth://totp/Hotline400:name%40example.cn?secret=" + SECRET.base32() + "&issuer=Hotline400");
    }
}
