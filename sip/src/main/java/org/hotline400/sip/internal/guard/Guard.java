package org.hotline400.sip.internal.guard;

import java.net.InetAddress;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.hotline400.sip.SipLimits;
import org.hotline400.sip.SipSource;
import org.hotline400.sip.Standing;
import org.hotline400.sip.internal.wire.WireRequest;

/// Stands at the door of the stack.
public final class Guard {

    private static final int MOST_SOURCES = 65_536;

    private final SipLimits limits;
    private final Function<SipSource, Standing> standing;
    private final LongSupplier now;
    private final Bans bans;
    private long dropped;
    private final Map<InetAddress, Conduct> sources = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Conduct> eldest) {
            return size() > MOST_SOURCES;
        }
    };

    /// @param standing what the application makes of a source
    /// @param now milliseconds since some fixed moment
    public Guard(SipLimits limits, Function<SipSource, Standing> standing, Clock clock, LongSupplier now) {
        this.limits = limits;
        this.standing = standing;
        this.now = now;
        this.bans = new Bans(clock, limits);
    }

    public Bans bans() {
        return bans;
    }

    /// Messages dropped because their source is banned or sent too much.
    public long dropped() {
        return dropped;
    }

    /// Whether a message from there is to be read at all. A ban yields to trust: an operator who adds a trunk need not
    /// know that its address was banned.
    public boolean admits(SipSource source) {
        if (!bans.covers(source) || standing.apply(source) != Standing.STRANGER) {
            return true;
        }
        dropped++;
        return false;
    }

    /// Whether this request outside any dialog is within what its source may send, and no scanner's.
    public boolean admits(WireRequest request, SipSource source) {
        Standing known = standing.apply(source);
        if (known == Standing.TRUSTED) {
            return true;
        }
        if (known == Standing.STRANGER && Scanners.sent(request)) {
            dropped++;
            offended(source, Offence.SCANNER);
            return false;
        }
        if (conduct(source).maySend(limits.requestsPerSecond(), limits.burst(), now.getAsLong())) {
            return true;
        }
        dropped++;
        offended(source, Offence.TOO_FAST);
        return false;
    }

    /// Notes an offence; the one too many brings a ban.
    public void offended(SipSource source, Offence offence) {
        if (standing.apply(source) != Standing.STRANGER) {
            return;
        }
        long at = now.getAsLong();
        Conduct conduct = conduct(source);
        double weight = conduct.offended(offence, limits.requestsPerSecond(), limits.burst(), at);
        if (weight >= 10.0 * limits.offences() && conduct.mayBeBanned(at)) {
            conduct.forgive();
            bans.ban(source, offence);
        }
    }

    /// Notes how a request outside any dialog was finally answered.
    ///
    /// @param withCredentials whether it carried any
    /// @param stale whether the answer says that they were merely too old
    public void answered(SipSource source, int status, boolean withCredentials, boolean stale) {
        switch (status) {
            case 401, 407 ->
                offended(source, withCredentials && !stale ? Offence.WRONG_CREDENTIALS : Offence.CHALLENGED);
            case 403 -> offended(source, withCredentials ? Offence.WRONG_CREDENTIALS : Offence.TURNED_AWAY);
            case 404 -> offended(source, Offence.TURNED_AWAY);
            default -> {
                // Neither good nor bad.
            }
        }
    }

    /// The application took credentials from there for good.
    public void proved(SipSource source) {
        if (standing.apply(source) == Standing.STRANGER) {
            conduct(source).proves(now.getAsLong());
        }
    }

    /// Whether the application knows nothing of this source.
    public boolean isStranger(SipSource source) {
        return standing.apply(source) == Standing.STRANGER;
    }

    /// How many sources it remembers.
    int remembered() {
        return sources.size();
    }

    private Conduct conduct(SipSource source) {
        return sources.computeIfAbsent(
                Network.of(source.address().getAddress()), network -> new Conduct(limits.burst(), now.getAsLong()));
    }
}
