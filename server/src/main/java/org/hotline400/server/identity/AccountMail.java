package org.hotline400.server.identity;

/// Port: takes mails about accounts to people, such as the one that resets a password. Called in the transaction of
/// what the mail tells, so that none is sent of what did not happen and none is lost.
public interface AccountMail {

    /// @param address of one person
    /// @param text Chinese first
    void send(String address, String subject, String text);
}
