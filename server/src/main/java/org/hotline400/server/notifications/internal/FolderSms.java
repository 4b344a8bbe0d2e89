package org.hotline400.server.notifications.internal;

import java.nio.file.Files;

/// Into `outbox/sms`, a text file each: the number, then the text.
final class FolderSms implements SmsPost {
    private final OutboxFolder folder;

    FolderSms(OutboxFolder folder) {
        this.folder = folder;
    }

    @Override
    public Outcome send(Sms sms) {
        return folder.put(sms.id() + ".txt", file -> Files.writeString(file, sms.to() + "\n" + sms.text() + "\n"));
    }
}
