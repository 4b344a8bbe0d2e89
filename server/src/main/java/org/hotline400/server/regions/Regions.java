package org.hotline400.server.regions;

import org.hotline400.server.kernel.CallerNumber;

/// Tells where a caller's line is at home. From memory: never waits for a database.
public interface Regions {

    /// [Region#UNKNOWN] for service numbers, numbers of other countries, withheld ones and those that no
    /// table knows; of a mobile that no table knows its carrier is there where its prefix tells.
    Region of(CallerNumber caller);
}
