package org.hotline400.server.identity.accounts;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Account;
import org.hotline400.server.identity.internal.Secret;
import org.hotline400.server.vault.Seal;
import org.springframework.stereotype.Service;

/// The second factor: codes of an authenticator app, and ten recovery codes for when it is lost. Each code
/// lets somebody in once.
@Service
public class SecondFactors {
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;
    private static final Pattern TOTP = Pattern.compile("[0-9]{6}");
    private static final Pattern GROUPS = Pattern.compile("(?<=\\G.{4})(?=.)");
    private static final Pattern IGNORED = Pattern.compile("[\\s-]");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Transactions transactions;
    private final SecondFactorRows rows;
    private final Seal seal;
    private final Clock clock;

    SecondFactors(Transactions transactions, SecondFactorRows rows, Seal seal, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.seal = seal;
        this.clock = clock;
    }

    /// What has to be told to the app.
    ///
    /// @param secret Base32, to type in
    /// @param uri to be shown as a QR code
    public record Setup(String secret, String uri) {
        @Override
        public String toString() {
            return "Setup";
        }
    }

    /// Begins a set-up, in place of one that was not finished; empty when a second factor holds already.
    public Optional<Setup> begin(Account account) {
        var secret = TotpSecret.random();
        var begun = transactions.asTenant(account.tenant(), () -> rows.begin(account, seal.close(secret.base32())));
        return begun ? Optional.of(new Setup(secret.base32(), secret.uri(account.login()))) : Optional.empty();
    }

    /// Ends a set-up with a code of the app, which proves that it has the secret.
    ///
    /// @return the recovery codes, which are shown this once; empty when the code is wrong or nothing was
    ///     begun
    public Optional<List<String>> confirm(Account account, String code) {
        return transactions.asTenant(account.tenant(), () -> {
            if (!isOfApp(account, IGNORED.matcher(code).replaceAll("")) || !rows.confirm(account, clock.instant())) {
                return Optional.<List<String>>empty();
            }
            var codes = Stream.generate(SecondFactors::recoveryCode)
                    .limit(RECOVERY_CODES)
                    .toList();
            rows.putRecoveryCodes(
                    account, codes.stream().map(SecondFactors::recoveryHash).toList());
            return Optional.of(codes);
        });
    }

    /// `ABCD-EFGH-IJKL-MNOP`: 80 bits.
    private static String recoveryCode() {
        var bytes = new byte[RECOVERY_BYTES];
        RANDOM.nextBytes(bytes);
        return GROUPS.matcher(new Base32().encodeToString(bytes)).replaceAll("-");
    }

    private static byte[] recoveryHash(String code) {
        return Secret.hash(IGNORED.matcher(code).replaceAll("").toUpperCase(Locale.ROOT));
    }

    /// Whether this is a code of the app or a recovery code that was not used yet; it is afterwards.
    public boolean accept(Account account, String code) {
        var digits = IGNORED.matcher(code).replaceAll("");
        return transactions.asTenant(
                account.tenant(),
                () -> TOTP.matcher(digits).matches()
                        ? isOfApp(account, digits)
                        : rows.useRecoveryCode(account, recoveryHash(code), clock.instant()));
    }

    private boolean isOfApp(Account account, String digits) {
        var step = rows.secret(account)
                .map(bytes -> new TotpSecret(seal.open(bytes)))
                .map(secret -> secret.stepOf(digits, clock.instant()));
        return step.isPresent()
                && step.get().isPresent()
                && rows.use(account, step.get().getAsLong());
    }

    public int recoveryCodesLeft(Account account) {
        return transactions.asTenant(account.tenant(), () -> rows.recoveryCodesLeft(account));
    }

    public void remove(Account account) {
        transactions.asTenant(account.tenant(), () -> rows.remove(account));
    }
}
