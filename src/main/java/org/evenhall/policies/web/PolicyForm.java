package org.evenhall.policies.web;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhall.platform.faces.Say;
import org.evenhall.platform.text.Messages;
import org.evenhall.policies.PolicyField;
import org.evenhall.policies.PolicyField.Kind;
import org.evenhall.policies.PolicySheet;
import org.evenhall.policies.PolicyView.Release;
import org.evenhall.policies.web.Input.Option;

/** Makes inputs of the values of a policy, in sections as people think of them. */
final class PolicyForm {

    private static final Map<String, List<String>> SECTIONS = sections();

    private final PolicySheet sheet;
    private final Map<String, String> texts;
    private final Map<String, String> errors;
    private final Map<String, Map<String, String>> known;
    private final Say say;

    /** Inputs that belong together. */
    public record Section(String name, String title, List<Input> inputs) {}

    /**
     * @param texts what is in each field now; one that is not in it is left open
     * @param errors what is wrong, by field
     * @param known for fields that hold ids: names by id, of what can be chosen
     */
    PolicyForm(
            PolicySheet sheet,
            Map<String, String> texts,
            Map<String, String> errors,
            Map<String, Map<String, String>> known,
            Say say) {
        this.sheet = sheet;
        this.texts = texts;
        this.errors = errors;
        this.known = known;
        this.say = say;
    }

    private static Map<String, List<String>> sections() {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        sections.put(
                "when",
                List.of(
                        "reservableFrom",
                        "reservableUntil",
                        "visibleFrom",
                        "visibleUntil",
                        "noticeAtLeast",
                        "noticeAtMost",
                        "releases"));
        sections.put("length", List.of("startGrid", "shortest", "longest", "bufferBefore", "bufferAfter"));
        sections.put(
                "who",
                List.of("audience", "ageFrom", "ageTo", "peopleFrom", "peopleTo", "noTwoPlaces", "areas", "members"));
        sections.put(
                "approval",
                List.of("approvalNeeded", "decisionBefore", "cancelBefore", "minimumBookings", "minimumBy"));
        sections.put(
                "check-in",
                List.of(
                        "checkInNeeded",
                        "checkInCode",
                        "checkInOpens",
                        "checkInCloses",
                        "noShowsToPause",
                        "noShowDays",
                        "pauseDays"));
        sections.put(
                "more",
                List.of("pricePerHour", "allocation", "holdFor", "offerFor", "proposalFor", "reminders", "purposes"));
        return sections;
    }

    List<Section> inSections() {
        return SECTIONS.entrySet().stream()
                .map(section -> new Section(
                        section.getKey(),
                        say.text("policySection." + section.getKey()),
                        section.getValue().stream().map(this::input).toList()))
                .toList();
    }

    private Input input(String name) {
        PolicyField field = sheet.fields().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        String text = texts.getOrDefault(name, "");
        return new Input(
                name,
                field.kind(),
                say.text("policyField." + name),
                text,
                field.from() == null
                        ? null
                        : say.text("policyPage.inherited", told(field, field.inherited()), say.label(field.from())),
                options(field, text),
                !text.isEmpty(),
                errors.get(name));
    }

    private List<Option> options(PolicyField field, String text) {
        if (field.kind() == Kind.RELEASE) {
            return weekdays(text);
        }
        Map<String, String> choices = choices(field);
        Set<String> chosen = new LinkedHashSet<>(List.of(isList(field.kind()) ? text.split(",") : new String[] {text}));
        if (field.kind() == Kind.DURATION || field.kind() == Kind.DURATIONS) {
            chosen.stream()
                    .filter(each -> !each.isBlank())
                    .forEach(each -> choices.putIfAbsent(normal(each), length(each)));
        }
        List<Option> options = new ArrayList<>();
        choices.forEach((value, label) -> options.add(new Option(
                value, label, chosen.stream().anyMatch(each -> normal(each).equals(value)))));
        return options;
    }

    /** The same length is written in several ways; a day as 24 hours. */
    private static String normal(String text) {
        try {
            return Duration.parse(text).toString();
        } catch (DateTimeException e) {
            return text;
        }
    }

    private String length(String text) {
        try {
            return say.length(Duration.parse(text));
        } catch (DateTimeException e) {
            return text;
        }
    }

    private Map<String, String> choices(PolicyField field) {
        Map<String, String> choices = new LinkedHashMap<>();
        if (field.kind() == Kind.TRUTH) {
            choices.put("true", say.text("policyPage.yes"));
            choices.put("false", say.text("policyPage.no"));
        } else if (field.kind() == Kind.IDS) {
            choices.putAll(known.getOrDefault(field.name(), Map.of()));
        } else {
            field.choices().forEach(choice -> choices.put(choice.text(), told(field, choice.value())));
        }
        return choices;
    }

    private List<Option> weekdays(String text) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Option(day.name(), Messages.told(say.getLocale(), day), text.startsWith(day.name())))
                .toList();
    }

    private static boolean isList(Kind kind) {
        return kind == Kind.CHOICES || kind == Kind.IDS || kind == Kind.DURATIONS;
    }

    private String told(PolicyField field, Object value) {
        if (value == null || value instanceof Collection<?> all && all.isEmpty()) {
            return say.text("policyPage.none");
        } else if (value instanceof Boolean truth) {
            return say.text(truth ? "policyPage.yes" : "policyPage.no");
        } else if (value instanceof Release release) {
            return say.text("policyPage.release", release.weekday(), release.time(), release.days());
        } else if (field.kind() == Kind.IDS && value instanceof Collection<?> ids) {
            Map<String, String> names = known.getOrDefault(field.name(), Map.of());
            return Messages.told(
                    say.getLocale(),
                    ids.stream()
                            .map(String::valueOf)
                            .map(id -> names.getOrDefault(id, id))
                            .toList());
        }
        return Messages.told(say.getLocale(), value);
    }
}
