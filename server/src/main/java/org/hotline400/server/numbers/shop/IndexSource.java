package org.hotline400.server.numbers.shop;

import org.hotline400.server.numbers.catalogue.CatalogueIndex;

/// Where the index of all numbers comes from: the same for every server, as it depends on the rules of grading
/// alone.
@FunctionalInterface
public interface IndexSource {

    /// Makes it, or waits for it: seconds.
    CatalogueIndex make() throws InterruptedException;
}
