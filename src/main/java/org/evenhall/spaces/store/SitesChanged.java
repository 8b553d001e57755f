package org.evenhall.spaces.store;

import java.util.Set;

/** Sites whose spaces this transaction changes; the catalogue takes them anew once it has committed. */
public record SitesChanged(Set<String> sites) {

    public SitesChanged {
        sites = Set.copyOf(sites);
    }
}
