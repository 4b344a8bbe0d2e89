package org.hotline400.server.regions;

/// Who gave a mobile number out, as far as its first digits tell.
///
/// @param name of the network: `中国联通`
/// @param isVirtual whether virtual operators (转售) resell the network under these numbers
public record Carrier(String name, boolean isVirtual) {
    public static final Carrier UNKNOWN = new Carrier("", false);
}
