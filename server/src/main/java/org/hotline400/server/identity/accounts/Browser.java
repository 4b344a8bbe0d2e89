package org.hotline400.server.identity.accounts;

/// Where somebody signs in from.
///
/// @param address of the connection, or of the browser behind our own proxy
/// @param agent what the browser says it is; empty when it says nothing
public record Browser(String address, String agent) {
    private static final int LONGEST_ADDRESS = 100;
    private static final int LONGEST_AGENT = 300;

    public Browser {
        address = address.substring(0, Math.min(address.length(), LONGEST_ADDRESS));
        agent = agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)).replace('\0', ' ');
    }
}
