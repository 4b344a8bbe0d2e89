package org.hotline400.server.telephony;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.hotline400.server.calls.Ladders;
import org.hotline400.sip.TracedMessage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The SIP ladders of calls, from the stack's own trace.
@Component
class StackLadders implements Ladders {
    // Looked up late: the switchboard needs the calls, and the calls need the ladders.
    private final ObjectProvider<Switchboard> switchboard;

    StackLadders(ObjectProvider<Switchboard> switchboard) {
        this.switchboard = switchboard;
    }

    @Override
    public List<Message> of(Set<String> sipCallIds) {
        return sipCallIds.stream()
                .flatMap(id -> switchboard.getObject().trace(id).stream().map(message -> message(id, message)))
                .sorted(Comparator.comparing(Message::at))
                .toList();
    }

    private static Message message(String id, TracedMessage traced) {
        var peer = traced.peer();
        return new Message(
                traced.at(),
                id,
                traced.sent(),
                peer.getAddress().getHostAddress() + ":" + peer.getPort(),
                traced.text());
    }
}
