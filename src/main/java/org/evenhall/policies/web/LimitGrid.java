package org.evenhall.policies.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenhall.platform.faces.Say;
import org.evenhall.policies.PolicyView.Limit;
import org.evenhall.policies.PolicyView.Measure;
import org.evenhall.policies.PolicyView.Per;
import org.evenhall.policies.PolicyView.StatedBy;

/** Limits as a table: what is counted down, within what across. */
final class LimitGrid {

    private LimitGrid() {}

    /** What is counted, and for whom. */
    public record Row(String label, List<Cell> cells) {}

    /** A number to be typed, named as its rule. */
    public record Cell(String name, String label, String text, String error) {}

    /** What a level may count within: itself, and what is narrower. */
    static List<StatedBy> columns(StatedBy level) {
        return switch (level) {
            case CITY -> List.of(StatedBy.CITY, StatedBy.ORGANISATION, StatedBy.SPACE);
            case ORGANISATION -> List.of(StatedBy.ORGANISATION, StatedBy.SPACE);
            case SPACE, PART -> List.of(StatedBy.SPACE);
        };
    }

    /** Names of all rules that a level may state. */
    static List<String> names(StatedBy level) {
        return columns(level).stream()
                .flatMap(within -> Arrays.stream(Per.values())
                        .flatMap(per -> Arrays.stream(Measure.values()).map(measure -> rule(per, measure, within))))
                .toList();
    }

    private static String rule(Per per, Measure measure, StatedBy within) {
        return new Limit(per, measure, 0, within, within, "").rule();
    }

    static List<Row> rows(StatedBy level, Map<String, String> texts, Map<String, String> errors, Say say) {
        List<Row> rows = new ArrayList<>();
        for (Per per : Per.values()) {
            for (Measure measure : Measure.values()) {
                String label = say.label(measure) + say.text("say.comma") + say.label(per);
                rows.add(new Row(
                        label,
                        columns(level).stream()
                                .map(within -> {
                                    String name = rule(per, measure, within);
                                    return new Cell(
                                            name,
                                            say.text(
                                                    "policyPage.limit",
                                                    say.label(measure),
                                                    say.label(per),
                                                    say.text("policyPage.within." + within)),
                                            texts.getOrDefault(name, ""),
                                            errors.get(name));
                                })
                                .toList()));
            }
        }
        return rows;
    }

    /** The rules that were typed, in the order in which a command lists them. */
    static List<String> inOrder(StatedBy level, Map<String, String> texts) {
        return new TreeMap<>(texts)
                .entrySet().stream()
                        .filter(text -> names(level).contains(text.getKey())
                                && !text.getValue().isBlank())
                        .map(Map.Entry::getKey)
                        .toList();
    }
}
