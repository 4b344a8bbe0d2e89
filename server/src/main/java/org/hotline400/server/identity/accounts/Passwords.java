package org.hotline400.server.identity.accounts;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes passwords with Argon2id (RFC 9106): 19 MiB, two passes, one lane, as OWASP's Password Storage
/// Cheat Sheet has it. At most four at once, so that 76 MiB is all that a flood of sign-ins takes.
@Component
public class Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19_456;
    private static final int PASSES = 2;
    private static final int AT_ONCE = 4;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Problem BUSY =
            new Problem(503, "session.busy", "Too many people sign in at this moment; try again.", "当前登录人数过多，请稍后重试。");

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    /// What a password is compared with where there is none, so that this takes as long.
    private final String nobodys = encoded("nobody has this password");

    /// @param password as [PasswordRule#checked] leaves it
    public String hash(String password) {
        return inTurn(() -> encoded(password));
    }

    private String encoded(String password) {
        var hash = argon2.encode(password);
        if (hash == null) {
            throw new IllegalStateException("a password that is there has a hash");
        }
        return hash;
    }

    /// Whether this is the password; never when there is none. Takes as long either way.
    public boolean matches(Optional<String> hash, String password) {
        boolean same = inTurn(() -> argon2.matches(PasswordRule.normalised(password), hash.orElse(nobodys)));
        return same && hash.isPresent();
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProblemException(BUSY, LONGEST_WAIT);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new ProblemException(BUSY, LONGEST_WAIT);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
