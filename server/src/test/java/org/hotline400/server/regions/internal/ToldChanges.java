package org.hotline400.server.regions.internal;

import java.util.ArrayList;
import java.util.List;
import org.hotline400.server.database.ConfigurationChanges;

/// News that a test tells when it likes.
final class ToldChanges implements ConfigurationChanges {
    private final List<Runnable> subscribers = new ArrayList<>();

    @Override
    public void subscribe(String topic, Runnable refresh) {
        subscribers.add(refresh);
        refresh.run();
    }

    void tell() {
        subscribers.forEach(Runnable::run);
    }
}
