package org.evenhall.availability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.evenhall.availability.AuditView.Difference;
import org.evenhall.availability.store.Claims;
import org.evenhall.identity.Caller;
import org.evenhall.spaces.Catalogue;
import org.evenhall.spaces.Listed;

/**
 * Computes every day sheet again from the claims and closures, and every claim from its holder, and reports any
 * difference. It may run at any time: it takes one space after the other, each under its own lock.
 */
@ApplicationScoped
public class Auditor {

    private Claims claims;
    private Catalogue catalogue;
    private SpaceAudit spaceAudit;
    private Iterable<ClaimHolders> features;

    protected Auditor() {}

    @Inject
    public Auditor(Claims claims, Catalogue catalogue, SpaceAudit spaceAudit, Instance<ClaimHolders> features) {
        this(claims, catalogue, spaceAudit, (Iterable<ClaimHolders>) features);
    }

    Auditor(Claims claims, Catalogue catalogue, SpaceAudit spaceAudit, Iterable<ClaimHolders> features) {
        this.claims = claims;
        this.catalogue = catalogue;
        this.spaceAudit = spaceAudit;
        this.features = features;
    }

    public AuditView audit(Caller caller) {
        caller.mustBeAdministrator();
        Set<String> spaces = new TreeSet<>(claims.spacesWithCalendar());
        features.forEach(feature -> spaces.addAll(feature.spaces()));
        long looked = 0;
        long sheets = 0;
        List<Difference> differences = new ArrayList<>();
        for (String spaceId : spaces) {
            Optional<Listed> space = catalogue.snapshot().find(spaceId);
            if (space.isEmpty()) {
                differences.add(new Difference(spaceId, null, "a calendar whose space is not in the catalogue"));
                continue;
            }
            AuditView found = spaceAudit.audit(space.get());
            looked += found.claims();
            sheets += found.daySheets();
            differences.addAll(found.differences());
        }
        return new AuditView(looked, sheets, differences);
    }
}
