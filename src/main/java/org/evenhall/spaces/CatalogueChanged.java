package org.evenhall.spaces;

import java.util.Set;

/**
 * Spaces came, changed or went; the catalogue already shows it. Fired after the commit.
 *
 * @param sites those whose spaces changed; none where it is too many to name them
 */
public record CatalogueChanged(Set<String> sites) {

    public CatalogueChanged {
        sites = Set.copyOf(sites);
    }

    /** Many at once, as by an import. */
    public CatalogueChanged() {
        this(Set.of());
    }

    public boolean everything() {
        return sites.isEmpty();
    }
}
