package org.hotline400.server.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.hotline400.server.identity.SignInName;
import org.hotline400.server.kernel.MistakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
    private static final SignInName NAME = new SignInName("wang.shop@example.cn");

    private final Passwords passwords = new Passwords();

    @Test
    void a_password_is_known_again_and_kept_as_argon2id() {
        var hash = passwords.hash("correct horse battery");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches(Optional.of(hash), "correct horse battery"))
                .isTrue();
        assertThat(passwords.matches(Optional.of(hash), "correct horse battery "))
                .isFalse();
        assertThat(passwords.hash("correct horse battery")).as("salted").isNotEqualTo(hash);
    }

    @Test
    void nobodys_password_matches_nothing() {
        assertThat(passwords.matches(Optional.empty(), "nobody has this password"))
                .isFalse();
    }

    @Test
    void full_width_characters_are_the_same_password() {
        var hash = passwords.hash(PasswordRule.checked("ｃｏｒｒｅｃｔ　ｈｏｒｓｅ", NAME));

        assertThat(passwords.matches(Optional.of(hash), "correct horse")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "123456789",
                "1234567890",
                "qwertyuiop",
                "QWERTYUIOP",
                "woaini1314",
                "aaaaaaaaaaaa",
                "abababababab",
                "abcdefghijklm",
                "zyxwvutsrqpo",
                "my wang.shop is mine",
                "WANG.SHOP-2026"
            })
    void what_is_tried_first_is_refused(String password) {
        assertThatThrownBy(() -> PasswordRule.checked(password, NAME))
                .isInstanceOfSatisfying(
                        MistakeException.class, e -> assertThat(e.chinese()).isNotBlank())
                .hasMessageNotContaining(password);
    }

    @Test
    void length_is_counted_in_characters_as_people_count_them() {
        assertThat(PasswordRule.checked("一二三四五六七八九十", NAME)).hasSize(10);
        assertThat(PasswordRule.checked("😀😁😂😃😄😅😆😇😈😉", NAME)).isNotEmpty();
        assertThatThrownBy(() -> PasswordRule.checked("😀😁😂😃😄😅😆😇", NAME)).isInstanceOf(MistakeException.class);
        assertThatThrownBy(() -> PasswordRule.checked("abcdefgh12".repeat(13), NAME))
                .isInstanceOf(MistakeException.class);
    }
}
