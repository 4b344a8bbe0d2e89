package org.hotline400.sip.sdp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Reads one session description, line by line. Used once.
final class SdpReader {

    private static final int MOST_LINES = 500;
    private static final Map<Integer, AudioFormat> STATIC_TYPES = staticTypes();

    private final List<MediaLine> lines = new ArrayList<>();
    private final Map<Integer, String> maps = new HashMap<>();
    private boolean versionSeen;
    private @Nullable InetAddress sessionAddress;
    private @Nullable InetAddress mediaAddress;
    private Direction sessionDirection = Direction.SENDRECV;
    private @Nullable Direction mediaDirection;
    private int packetTime = 20;
    private int longestPacketTime = Integer.MAX_VALUE;
    private int audioLine = -1;
    private int audioPort;
    private String control = "";

    private static Map<Integer, AudioFormat> staticTypes() {
        var types = new HashMap<Integer, AudioFormat>();
        for (var format : List.of(
                AudioFormat.PCMU,
                AudioFormat.PCMA,
                new AudioFormat(3, "GSM", 8000),
                new AudioFormat(4, "G723", 8000),
                new AudioFormat(9, "G722", 8000),
                new AudioFormat(13, "CN", 8000),
                new AudioFormat(15, "G728", 8000),
                new AudioFormat(18, "G729", 8000))) {
            types.put(format.payloadType(), format);
        }
        return Map.copyOf(types);
    }

    AudioSession read(String sdp) throws SdpException {
        int count = 0;
        for (int start = 0; start < sdp.length(); ) {
            int end = sdp.indexOf('\n', start);
            end = end < 0 ? sdp.length() : end;
            String line = sdp.substring(start, end).stripTrailing();
            if (!line.isEmpty()) {
                line(line);
            }
            start = end + 1;
            if (++count > MOST_LINES) {
                throw new SdpException("more than " + MOST_LINES + " lines");
            }
        }
        if (!versionSeen) {
            throw new SdpException("v=0 is missing");
        }
        return session();
    }

    private void line(String line) throws SdpException {
        if (line.length() < 2 || line.charAt(1) != '=') {
            throw new SdpException("not of the form x=value: " + quote(line));
        }
        String value = line.substring(2).strip();
        if (!versionSeen && line.charAt(0) != 'v') {
            throw new SdpException("the first line must be v=0, was " + quote(line));
        }
        switch (line.charAt(0)) {
            case 'v' -> version(value);
            case 'c' -> connection(value);
            case 'm' -> media(value);
            case 'a' -> attribute(value);
            default -> {
                // o=, s=, t=, b=… say nothing about how to reach the peer.
            }
        }
    }

    private void version(String value) throws SdpException {
        if (!value.equals("0")) {
            throw new SdpException("v= must be 0, was " + quote(value));
        }
        versionSeen = true;
    }

    private boolean inAudio() {
        return audioLine >= 0 && audioLine == lines.size() - 1;
    }

    private void connection(String value) throws SdpException {
        List<String> parts = words(value);
        if (parts.size() != 3 || !parts.getFirst().equals("IN")) {
            throw new SdpException("c= must read IN IP4|IP6 address, was " + quote(value));
        }
        if (!lines.isEmpty() && !inAudio()) {
            return;
        }
        InetAddress address = address(beforeSlash(parts.get(2)));
        if (lines.isEmpty()) {
            sessionAddress = address;
        } else {
            mediaAddress = address;
        }
    }

    /// The parts between blanks, however many of them stand together.
    private static List<String> words(String value) {
        var words = new ArrayList<String>(8);
        for (int start = 0; start < value.length(); ) {
            int blank = value.indexOf(' ', start);
            int end = blank < 0 ? value.length() : blank;
            if (end > start) {
                words.add(value.substring(start, end));
            }
            start = end + 1;
        }
        return words;
    }

    private static String beforeSlash(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? text : text.substring(0, slash);
    }

    private static InetAddress address(String literal) throws SdpException {
        try {
            return InetAddress.ofLiteral(literal);
        } catch (IllegalArgumentException e) {
            throw new SdpException("c= must hold an IP address, was " + quote(literal));
        }
    }

    private void media(String value) throws SdpException {
        List<String> parts = words(value);
        if (parts.size() < 4) {
            throw new SdpException("m= must read media port protocol formats, was " + quote(value));
        }
        int port = number("m= port", beforeSlash(parts.get(1)), 65_535);
        var line = new MediaLine(
                parts.getFirst().toLowerCase(Locale.ROOT),
                parts.get(2).toUpperCase(Locale.ROOT),
                parts.subList(3, parts.size()));
        lines.add(line);
        if (!line.isPlainAudio() || (audioLine >= 0 && (audioPort != 0 || port == 0))) {
            return;
        }
        audioLine = lines.size() - 1;
        audioPort = port;
        mediaAddress = null;
        mediaDirection = null;
        control = "";
        maps.clear();
    }

    private void attribute(String value) throws SdpException {
        if (!lines.isEmpty() && !inAudio()) {
            return;
        }
        int colon = value.indexOf(':');
        String name = (colon < 0 ? value : value.substring(0, colon)).toLowerCase(Locale.ROOT);
        String rest = colon < 0 ? "" : value.substring(colon + 1).strip();
        switch (name) {
            case "rtpmap" -> rtpMap(rest);
            case "rtcp" -> control = rest;
            case "ptime" -> packetTime = milliseconds(rest, packetTime);
            case "maxptime" -> longestPacketTime = milliseconds(rest, longestPacketTime);
            case "sendrecv", "sendonly", "recvonly", "inactive" ->
                direction(Direction.valueOf(name.toUpperCase(Locale.ROOT)));
            default -> {
                // Attributes nobody here needs (RFC 8866 §5.13: ignore what you do not understand).
            }
        }
    }

    private void direction(Direction direction) {
        if (lines.isEmpty()) {
            sessionDirection = direction;
        } else {
            mediaDirection = direction;
        }
    }

    private void rtpMap(String value) throws SdpException {
        int blank = value.indexOf(' ');
        if (blank < 0) {
            throw new SdpException("a=rtpmap must read type encoding/rate, was " + quote(value));
        }
        maps.putIfAbsent(
                number("a=rtpmap type", value.substring(0, blank), 127),
                value.substring(blank + 1).strip());
    }

    /// Packet times are often written carelessly (`20.0`, `0`): an unreadable one is as good as none.
    private static int milliseconds(String text, int otherwise) {
        int dot = text.indexOf('.');
        String whole = dot < 0 ? text : text.substring(0, dot);
        if (whole.isEmpty() || whole.length() > 4 || !whole.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return otherwise;
        }
        int number = Integer.parseInt(whole);
        return number == 0 ? otherwise : number;
    }

    private static int number(String what, String digits, int most) throws SdpException {
        if (digits.isEmpty() || digits.length() > 6 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new SdpException(what + " must be a number 0.." + most + ", was " + quote(digits));
        }
        int number = Integer.parseInt(digits);
        if (number > most) {
            throw new SdpException(what + " must be a number 0.." + most + ", was " + quote(digits));
        }
        return number;
    }

    private AudioSession session() throws SdpException {
        InetAddress address = mediaAddress != null ? mediaAddress : sessionAddress;
        if (audioLine < 0) {
            var nowhere = new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), 0);
            return new AudioSession(
                    nowhere,
                    Optional.empty(),
                    List.of(),
                    OptionalInt.empty(),
                    Direction.INACTIVE,
                    Duration.ofMillis(20),
                    lines,
                    -1);
        }
        if (address == null) {
            throw new SdpException("c= is missing for the audio stream");
        }
        var formats = new ArrayList<AudioFormat>();
        OptionalInt events = OptionalInt.empty();
        for (String type : lines.get(audioLine).formats()) {
            AudioFormat format = format(number("m= format", type, 127));
            if (format == null) {
                continue;
            }
            if (!format.encoding().equals("TELEPHONE-EVENT")) {
                formats.add(format);
            } else if (events.isEmpty() && format.clockRate() == 8000) {
                events = OptionalInt.of(format.payloadType());
            }
        }
        var rtp = new InetSocketAddress(address, audioPort);
        return new AudioSession(
                rtp, control(address), formats, events, heldDirection(address), packetTime(), lines, audioLine);
    }

    /// `a=rtcp:53020` or `a=rtcp:53020 IN IP4 192.0.2.1` (RFC 3605). One that cannot be read, or names a host,
    /// is as good as none: the port above RTP then.
    private Optional<InetSocketAddress> control(InetAddress address) {
        if (control.isEmpty()) {
            return Optional.empty();
        }
        List<String> parts = words(control);
        try {
            int port = number("a=rtcp port", parts.getFirst(), 65_535);
            InetAddress place = parts.size() >= 4 ? InetAddress.ofLiteral(parts.get(3)) : address;
            return port == 0 ? Optional.empty() : Optional.of(new InetSocketAddress(place, port));
        } catch (SdpException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The format of a payload type; null for a dynamic one that is not mapped or whose mapping cannot be read.
    private @Nullable AudioFormat format(int type) {
        String map = maps.get(type);
        if (map == null) {
            return STATIC_TYPES.get(type);
        }
        String[] parts = map.split("/", -1);
        if (parts.length < 2 || parts[1].length() > 6 || !parts[1].chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        int rate = parts[1].isEmpty() ? 0 : Integer.parseInt(parts[1]);
        return new AudioFormat(type, parts[0].strip().toUpperCase(Locale.ROOT), rate);
    }

    /// An unspecified address means "send me nothing" (RFC 3264 §8.4, the way of RFC 2543).
    private Direction heldDirection(InetAddress address) {
        Direction said = mediaDirection != null ? mediaDirection : sessionDirection;
        return address.isAnyLocalAddress() ? Negotiation.both(said, Direction.SENDONLY) : said;
    }

    private Duration packetTime() {
        int time = Math.min(packetTime, longestPacketTime);
        return Duration.ofMillis(Math.clamp(time / 10 * 10L, 10, 60));
    }

    private static String quote(String text) {
        return "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
    }
}
