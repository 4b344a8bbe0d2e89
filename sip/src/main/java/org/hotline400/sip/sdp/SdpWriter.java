package org.hotline400.sip.sdp;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;

/// Writes session descriptions. All that goes in are numbers, addresses and tokens that were read as such, so no
/// line break can come along.
final class SdpWriter {

    private SdpWriter() {}

    static String write(AudioSession session, long sessionId, long version) {
        InetAddress address = session.rtp().getAddress();
        String place = (address instanceof Inet6Address ? "IN IP6 " : "IN IP4 ") + literal(address);
        var out = new StringBuilder(256);
        out.append("v=0\r\no=- ").append(sessionId).append(' ').append(version).append(' ');
        out.append(place).append("\r\ns=-\r\nc=").append(place).append("\r\nt=0 0\r\n");
        for (int i = 0; i < session.lines().size(); i++) {
            if (i == session.audioLine()) {
                audio(out, session, session.lines().get(i));
            } else {
                refused(out, session.lines().get(i));
            }
        }
        return out.toString();
    }

    private static String literal(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }

    private static void audio(StringBuilder out, AudioSession session, MediaLine line) {
        out.append("m=audio ").append(session.rtp().getPort()).append(' ').append(line.protocol());
        session.formats().forEach(format -> out.append(' ').append(format.payloadType()));
        session.telephoneEvents().ifPresent(type -> out.append(' ').append(type));
        out.append("\r\n");
        for (AudioFormat format : session.formats()) {
            out.append("a=rtpmap:").append(format.payloadType()).append(' ').append(format.encoding());
            out.append('/').append(format.clockRate()).append("\r\n");
        }
        session.telephoneEvents()
                .ifPresent(type -> out.append("a=rtpmap:")
                        .append(type)
                        .append(" telephone-event/8000\r\na=fmtp:")
                        .append(type)
                        .append(" 0-15\r\n"));
        out.append("a=ptime:").append(session.packetTime().toMillis()).append("\r\na=");
        out.append(session.direction().name().toLowerCase(Locale.ROOT)).append("\r\n");
    }

    private static void refused(StringBuilder out, MediaLine line) {
        out.append("m=").append(line.media()).append(" 0 ").append(line.protocol());
        line.formats().forEach(format -> out.append(' ').append(format));
        out.append("\r\n");
    }
}
