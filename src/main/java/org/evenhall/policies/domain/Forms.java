package org.evenhall.policies.domain;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhall.policies.PolicyField.Kind;
import org.evenhall.policies.PolicyView.Release;
import org.evenhall.policies.domain.Term.Form;

/** How values of a policy are written as text. */
final class Forms {

    /** Lengths that people usually state, in minutes; others may be stated as text. */
    private static final List<Duration> USUAL = Stream.of(
                    0, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720, 1440, 2880, 4320, 10_080, 20_160,
                    30_240, 43_200, 86_400, 129_600, 259_200, 525_600)
            .map(Duration::ofMinutes)
            .toList();

    static final Form<LocalDate> DATE =
            new Form<>(Kind.DATE, LocalDate::parse, LocalDate::toString, "policy.stated.date", null);

    static final Form<Duration> DURATION = new Form<>(
            Kind.DURATION, Duration::parse, Duration::toString, "policy.stated.duration", new Object[0], null, USUAL);

    static final Form<Integer> NUMBER =
            new Form<>(Kind.NUMBER, Integer::valueOf, String::valueOf, "policy.stated.number", null);

    static final Form<BigDecimal> MONEY =
            new Form<>(Kind.MONEY, BigDecimal::new, BigDecimal::toPlainString, "policy.stated.money", null);

    static final Form<Boolean> TRUTH =
            new Form<>(Kind.TRUTH, Forms::truth, String::valueOf, "policy.stated.truth", null);

    static final Form<Set<String>> IDS = new Form<>(
            Kind.IDS,
            text -> each(text, Function.identity()),
            ids -> String.join(",", ids),
            "policy.stated.ids",
            Set.of());

    static final Form<List<Duration>> DURATIONS = new Form<>(
            Kind.DURATIONS,
            text -> List.copyOf(each(text, Duration::parse)),
            lengths -> lengths.stream().map(Duration::toString).collect(Collectors.joining(",")),
            "policy.stated.durations",
            new Object[0],
            List.of(),
            USUAL);

    static final Form<Release> RELEASE = new Form<>(
            Kind.RELEASE,
            Forms::release,
            release -> release.weekday() + " " + release.time() + " " + release.days(),
            "policy.stated.release",
            null);

    private Forms() {}

    static <E extends Enum<E>> Form<E> choice(Class<E> type) {
        return new Form<>(
                Kind.CHOICE,
                text -> Enum.valueOf(type, text),
                Enum::name,
                "policy.stated.choice",
                new Object[] {names(type)},
                null,
                List.of(type.getEnumConstants()));
    }

    static <E extends Enum<E>> Form<Set<E>> choices(Class<E> type) {
        return new Form<>(
                Kind.CHOICES,
                text -> each(text, name -> Enum.valueOf(type, name)),
                chosen -> chosen.stream().map(Enum::name).collect(Collectors.joining(",")),
                "policy.stated.choice",
                new Object[] {names(type)},
                Set.of(),
                List.of(type.getEnumConstants()));
    }

    private static <T> Set<T> each(String text, Function<String, T> read) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(read)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Release release(String text) {
        String[] parts = text.split("\\s+");
        if (parts.length != 3) {
            throw new IllegalArgumentException(text);
        }
        return new Release(DayOfWeek.valueOf(parts[0]), LocalTime.parse(parts[1]), Integer.parseInt(parts[2]));
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    /** Whether a list is short enough to be kept, and its ids may be some. */
    static boolean areFew(Collection<String> ids) {
        return ids.size() <= 100 && ids.stream().allMatch(id -> id.matches("[A-Za-z0-9-]{1,36}"));
    }
}
