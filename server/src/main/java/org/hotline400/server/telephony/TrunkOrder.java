package org.hotline400.server.telephony;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hotline400.server.kernel.AddressRange;
import org.hotline400.server.kernel.HostPort;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.sip.SipAccount;
import org.hotline400.sip.Transport;

/// A trunk as the operator wants it.
///
/// @param name lower-case words joined by hyphens
/// @param sources addresses whose calls are trusted
/// @param inbound an account that a caller from elsewhere must prove to know
/// @param areaCode where its lines are, such as `010`; empty: unknown
/// @param outbound where calls go; empty: this trunk only brings calls
public record TrunkOrder(
        String name,
        boolean enabled,
        List<AddressRange> sources,
        Optional<SipAccount> inbound,
        String areaCode,
        Optional<WayOut> outbound) {
    private static final Pattern AREA_CODE = Pattern.compile("(0[1-9][0-9]{1,2})?");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public TrunkOrder {
        if (name.length() > 40 || !NAME.matcher(name).matches()) {
            throw new MistakeException(
                    "a trunk's name is lower-case words joined by hyphens, at most 40 characters, was \"" + name + "\"",
                    "中继名称为小写字母、数字，以连字符分隔，最多 40 个字符；收到的是“" + name + "”。");
        }
        if (!AREA_CODE.matcher(areaCode).matches()) {
            throw new MistakeException(
                    "an area code starts with 0 and has three or four digits, such as 010; was \"" + areaCode + "\"",
                    "区号以 0 开头，三至四位，如 010；收到的是“" + areaCode + "”。");
        }
        sources = List.copyOf(sources);
    }

    /// Where a trunk takes calls to.
    ///
    /// @param to port 0: the name service tells servers and ports (SRV, RFC 3263)
    /// @param priority 0..1000, lower first
    /// @param weight 1..1000, the share within one priority
    /// @param registration how we register there; empty: not at all
    public record WayOut(
            HostPort to,
            Transport transport,
            Optional<SipAccount> account,
            int priority,
            int weight,
            Optional<TrunkRegistration> registration) {
        public WayOut {
            if (transport.isWebSocket()) {
                throw new MistakeException("a trunk speaks udp, tcp or tls", "中继使用 udp、tcp 或 tls。");
            }
            if (registration.isPresent() && account.isEmpty()) {
                throw new MistakeException("to register needs an account: give user and password", "注册需要账号：请填写用户名和密码。");
            }
            if (priority < 0 || priority > 1000) {
                throw new MistakeException(
                        "priority is 0 to 1000, lower first; was " + priority,
                        "优先级为 0 至 1000，小的优先；收到的是 " + priority + "。");
            }
            if (weight < 1 || weight > 1000) {
                throw new MistakeException("weight is 1 to 1000; was " + weight, "权重为 1 至 1000；收到的是 " + weight + "。");
            }
        }
    }
}
