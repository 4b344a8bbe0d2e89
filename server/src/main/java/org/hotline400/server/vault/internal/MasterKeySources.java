package org.hotline400.server.vault.internal;

import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.hotline400.server.vault.MasterKeyProvider;
import org.hotline400.server.vault.MasterKeySource;

/// What a variable names: a key itself, in Base64, or the address of one at a service.
final class MasterKeySources {
    private static final Pattern ADDRESS = Pattern.compile("([a-z0-9-]+):.*", Pattern.DOTALL);

    private MasterKeySources() {}

    /// @param place for people: which variable
    /// @throws IllegalArgumentException when it is neither, or nobody here serves the address
    static MasterKeySource of(String text, String place) {
        var address = ADDRESS.matcher(text);
        return address.matches() ? atService(address.group(1), text, place) : MasterKey.parse(text, place);
    }

    private static MasterKeySource atService(String scheme, String address, String place) {
        for (MasterKeyProvider provider : ServiceLoader.load(MasterKeyProvider.class)) {
            if (provider.scheme().equals(scheme)) {
                return new BoundedMasterKey(provider.open(address), BoundedMasterKey.LONGEST);
            }
        }
        throw new IllegalArgumentException(place + " names a master key at " + scheme
                + ":, but no MasterKeyProvider for this scheme is in the program");
    }
}
