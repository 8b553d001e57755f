package org.evenhall.policies.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenhall.areas.Areas;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Expected;
import org.evenhall.kernel.Page;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.organisations.Organisations;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.faces.Say;
import org.evenhall.policies.Policies;
import org.evenhall.policies.PolicyField;
import org.evenhall.policies.PolicyField.Kind;
import org.evenhall.policies.PolicyHolder;
import org.evenhall.policies.PolicySheet;
import org.evenhall.policies.PolicyView.StatedBy;

/**
 * States the rules of a space, an organisation or the city. Nothing is kept on the server: the form carries the version
 * that it shows, and what was typed comes back with what is wrong beside it.
 */
@Named("policyPage")
@RequestScoped
public class PolicyPage {

    private static final Pattern LIMIT = Pattern.compile("limits\\[(\\d+)].*");

    @Inject
    private Policies policies;

    @Inject
    private Areas areas;

    @Inject
    private Organisations organisations;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Say say;

    private Map<String, String[]> asked;
    private PolicyHolder holder;
    private PolicySheet sheet;
    private Map<String, String> texts;
    private Map<String, String> errors = Map.of();
    private String refused;

    @PostConstruct
    void open() {
        asked = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap();
        String space = parameter("space");
        String organisation = parameter("organisation");
        holder = !space.isEmpty()
                ? PolicyHolder.space(space)
                : organisation.isEmpty() ? PolicyHolder.CITY : PolicyHolder.organisation(organisation);
        if (caller.get().signedIn()) {
            show();
        }
    }

    private void show() {
        sheet = policies.sheet(caller.get(), holder);
        texts = new HashMap<>();
        sheet.fields().stream()
                .filter(field -> field.stated() != null)
                .forEach(field -> texts.put(field.name(), stated(field)));
        sheet.policy().inForce().limits().stream()
                .filter(limit -> limit.holder().equals(holder.id()))
                .forEach(limit -> texts.put(limit.rule(), String.valueOf(limit.most())));
    }

    /** A list that is stated and empty differs from one that is not stated. */
    private static String stated(PolicyField field) {
        return field.stated().isEmpty() && isList(field.kind()) && field.from() != null ? "," : field.stated();
    }

    /** Who has not signed in does that first. */
    public void check() {
        if (!caller.get().signedIn()) {
            PageAddress.redirect(PageAddress.signIn(address()));
        }
    }

    /** States what was typed, and shows it; or shows what is wrong, with all that was typed still there. */
    public void save() {
        texts = typed();
        try {
            policies.state(caller.get(), holder, policies.typed(caller.get(), texts), version());
            PageAddress.redirect(address() + (address().contains("?") ? "&" : "?") + "saved=true");
        } catch (Refused e) {
            if (e.reason() == Reason.STALE) {
                refused = say.text("policyPage.stale");
                show();
            } else if (e.reason() == Reason.INVALID || e.reason() == Reason.POLICY) {
                refused = say.text("policyPage.wrong");
                errors = errors(e.violations());
            } else {
                throw e;
            }
        }
    }

    private Map<String, String> typed() {
        Map<String, String> typed = new HashMap<>();
        sheet.fields().forEach(field -> typed.put(field.name(), typed(field)));
        LimitGrid.names(level()).forEach(name -> typed.put(name, parameter(name)));
        return typed;
    }

    private String typed(PolicyField field) {
        if (isList(field.kind())) {
            return typedList(field);
        }
        if (field.kind() == Kind.RELEASE) {
            String weekday = parameter(field.name());
            return weekday.isEmpty()
                    ? ""
                    : weekday + " " + parameter("time-" + field.name()) + " " + parameter("days-" + field.name());
        }
        return parameter(field.name());
    }

    /** Whoever chooses from a list that was inherited states it; one that was stated is left by saying so. */
    private String typedList(PolicyField field) {
        List<String> chosen = new ArrayList<>(List.of(asked.getOrDefault(field.name(), new String[0])));
        chosen.add(parameter("more-" + field.name()));
        boolean any = chosen.stream().anyMatch(each -> !each.isBlank());
        boolean own =
                field.from() == null || !parameter("own-" + field.name()).isEmpty() || field.stated() == null && any;
        return own ? "," + String.join(",", chosen) : "";
    }

    private static boolean isList(Kind kind) {
        return kind == Kind.CHOICES || kind == Kind.IDS || kind == Kind.DURATIONS;
    }

    private Expected version() {
        String version = parameter("version");
        return version.matches("\\d{1,18}") ? Expected.version(Long.parseLong(version)) : Expected.oneOf(Set.of());
    }

    private Map<String, String> errors(List<Violation> violations) {
        Map<String, String> found = new LinkedHashMap<>();
        List<String> limits = LimitGrid.inOrder(level(), texts);
        for (Violation violation : violations) {
            Matcher limit = LIMIT.matcher(violation.field());
            String field = limit.matches() ? limits.get(Integer.parseInt(limit.group(1))) : violation.field();
            String key = violation.key().equals("policy.stated.release") ? "policyPage.release-wrong" : violation.key();
            found.putIfAbsent(field, say.text(key, named(violation)));
        }
        return found;
    }

    /** A fault may name another field: here as the page calls it. */
    private Object[] named(Violation violation) {
        return violation.args().stream()
                .map(arg ->
                        sheet.fields().stream().anyMatch(field -> field.name().equals(arg))
                                ? say.text("policyField." + arg)
                                : arg)
                .toArray();
    }

    private String parameter(String name) {
        String[] values = asked.get(name);
        return values == null || values.length == 0 || values[0] == null ? "" : values[0].strip();
    }

    private String address() {
        String query = holder.equals(PolicyHolder.CITY)
                ? ""
                : (holder.kind() == StatedBy.SPACE ? "?space=" : "?organisation=") + PageAddress.encoded(holder.id());
        return "/owner/policy" + query;
    }

    private StatedBy level() {
        return sheet.policy().level();
    }

    public List<PolicyForm.Section> getSections() {
        return new PolicyForm(sheet, texts, errors, Map.of("areas", knownAreas(), "members", knownOrganisations()), say)
                .inSections();
    }

    /** All areas down to the districts, and those that are chosen already. */
    private Map<String, String> knownAreas() {
        Map<String, String> known = new LinkedHashMap<>();
        areas.list(caller.get(), null, null, 0, Page.LARGEST_SIZE).items().stream()
                .filter(area -> area.level().ordinal() <= 1)
                .forEach(area -> known.put(area.id(), area.name()));
        ids("areas").forEach(id -> areas.ref(caller.get(), id).ifPresent(area -> known.put(id, area.name())));
        return known;
    }

    /** The organisation itself, and those that are chosen already. */
    private Map<String, String> knownOrganisations() {
        Set<String> ids = ids("members");
        if (sheet.organisation() != null) {
            ids.add(sheet.organisation());
        }
        return organisations.named(caller.get(), ids);
    }

    private Set<String> ids(String name) {
        Set<String> ids = new LinkedHashSet<>();
        sheet.fields().stream()
                .filter(field -> field.name().equals(name) && field.inherited() instanceof Set<?>)
                .forEach(field -> ((Set<?>) field.inherited()).forEach(id -> ids.add(String.valueOf(id))));
        for (String id : texts.getOrDefault(name, "").split(",")) {
            if (!id.isBlank()) {
                ids.add(id.strip());
            }
        }
        return ids;
    }

    public List<LimitGrid.Row> getLimits() {
        return LimitGrid.rows(level(), texts, errors, say);
    }

    /** "in the city", "in one house" … over the columns of the limits. */
    public List<String> getColumns() {
        return LimitGrid.columns(level()).stream()
                .map(within -> say.text("policyPage.within." + within))
                .toList();
    }

    /** Limits of the levels above in words, each with the level that states it. */
    public List<String> getAbove() {
        return sheet.above().stream()
                .map(limit -> say.text("rule." + limit.rule(), limit.most()) + " (" + say.label(limit.from()) + ")")
                .toList();
    }

    public String getTitle() {
        return sheet.name() == null ? say.text("policyPage.city") : say.text("policyPage.of", sheet.name());
    }

    public String getSpace() {
        return holder.kind() == StatedBy.SPACE ? holder.id() : null;
    }

    public String getOrganisation() {
        return holder.kind() == StatedBy.ORGANISATION ? holder.id() : null;
    }

    /** Id of the organisation that the space belongs to, or that is shown itself; null for the city. */
    public String getHouse() {
        return sheet.organisation();
    }

    public long getVersion() {
        return sheet.policy().version();
    }

    public String getRefused() {
        return refused;
    }

    /** What is wrong, each with the name of what it is about. */
    public List<String> getErrors() {
        return errors.entrySet().stream()
                .map(error -> say.text("policyPage.wrong-at", called(error.getKey()), error.getValue()))
                .toList();
    }

    private String called(String field) {
        return getLimits().stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.name().equals(field))
                .findFirst()
                .map(LimitGrid.Cell::label)
                .orElseGet(() -> say.text("policyField." + field));
    }

    public boolean isSaved() {
        return !parameter("saved").isEmpty() && refused == null;
    }
}
