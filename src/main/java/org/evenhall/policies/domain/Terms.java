package org.evenhall.policies.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.evenhall.kernel.Purpose;
import org.evenhall.policies.PolicyView.Allocation;
import org.evenhall.policies.PolicyView.Audience;
import org.evenhall.policies.PolicyView.Release;

/** Every value that a level can state, beside its limits, in the order in which people read them. */
public final class Terms {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MONTH = Duration.ofDays(31);
    private static final Duration LONGEST = Duration.ofDays(1000);
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final int MANY_PEOPLE = 100_000;
    private static final int OLDEST = 150;

    public static final Term<LocalDate> RESERVABLE_FROM = day("reservable-from");
    public static final Term<LocalDate> RESERVABLE_UNTIL = day("reservable-until");
    public static final Term<LocalDate> VISIBLE_FROM = day("visible-from");
    public static final Term<LocalDate> VISIBLE_UNTIL = day("visible-until");
    public static final Term<Duration> START_GRID = steps("start-grid", STEP, DAY);
    public static final Term<Duration> SHORTEST =
            steps("shortest-duration", STEP, MONTH).named("shortest");
    public static final Term<Duration> LONGEST_SLOT =
            steps("longest-duration", STEP, MONTH).named("longest");
    public static final Term<Duration> NOTICE_AT_LEAST = length("notice-at-least", Duration.ZERO, LONGEST);
    public static final Term<Duration> NOTICE_AT_MOST = length("notice-at-most", Duration.ZERO, LONGEST);
    public static final Term<Release> RELEASES = Term.of("releases", Forms.RELEASE)
            .only(
                    release -> release.weekday() != null
                            && release.time() != null
                            && release.days() >= 1
                            && release.days() <= 366,
                    "policy.stated.release");
    public static final Term<Duration> BUFFER_BEFORE = steps("buffer-before", Duration.ZERO, DAY);
    public static final Term<Duration> BUFFER_AFTER = steps("buffer-after", Duration.ZERO, DAY);
    public static final Term<Integer> PEOPLE_FROM = number("people-from", 1, MANY_PEOPLE);
    public static final Term<Integer> PEOPLE_TO = number("people-to", 1, MANY_PEOPLE);
    public static final Term<Boolean> NO_TWO_PLACES = Term.of("no-two-places", Forms.TRUTH);
    public static final Term<Audience> AUDIENCE = Term.of("audience", Forms.choice(Audience.class));
    public static final Term<Set<String>> AREAS = Term.of("areas", Forms.IDS).only(Forms::areFew, "policy.stated.ids");
    public static final Term<Integer> AGE_FROM = number("age-from", 0, OLDEST);
    public static final Term<Integer> AGE_TO = number("age-to", 0, OLDEST);
    public static final Term<Set<String>> MEMBERS =
            Term.of("members", Forms.IDS).only(Forms::areFew, "policy.stated.ids");
    public static final Term<Boolean> APPROVAL_NEEDED = Term.of("approval-needed", Forms.TRUTH);
    public static final Term<Duration> DECISION_BEFORE = length("decision-before", Duration.ZERO, MONTH);
    public static final Term<Integer> MINIMUM_BOOKINGS = number("minimum-bookings", 0, 1000);
    public static final Term<Duration> MINIMUM_BY = length("minimum-by", Duration.ZERO, MONTH);
    public static final Term<Duration> CANCEL_BEFORE = length("cancel-before", Duration.ZERO, LONGEST);
    public static final Term<Boolean> CHECK_IN_NEEDED = Term.of("check-in-needed", Forms.TRUTH);
    public static final Term<Duration> CHECK_IN_OPENS = length("check-in-opens", Duration.ZERO, DAY);
    public static final Term<Duration> CHECK_IN_CLOSES = length("check-in-closes", Duration.ZERO, DAY);
    public static final Term<Boolean> CHECK_IN_CODE = Term.of("check-in-code", Forms.TRUTH);
    public static final Term<BigDecimal> PRICE_PER_HOUR = Term.of("price-per-hour", Forms.MONEY)
            .only(
                    price -> price.signum() >= 0
                            && price.scale() <= 2
                            && price.compareTo(BigDecimal.valueOf(100_000)) <= 0,
                    "policy.stated.money");
    public static final Term<Allocation> ALLOCATION = Term.of("allocation", Forms.choice(Allocation.class));
    public static final Term<Set<Purpose>> PURPOSES =
            Term.of("purposes", Forms.choices(Purpose.class)).only(some -> !some.isEmpty(), "policy.stated.purposes");
    public static final Term<Integer> NO_SHOWS_TO_PAUSE = number("no-shows-to-pause", 1, 100);
    public static final Term<Integer> NO_SHOW_DAYS = number("no-show-days", 1, 1000);
    public static final Term<Integer> PAUSE_DAYS = number("pause-days", 0, 1000);
    public static final Term<List<Duration>> REMINDERS = Term.of("reminders", Forms.DURATIONS)
            .only(
                    all -> all.size() <= 5 && all.stream().allMatch(each -> lies(each, STEP, MONTH)),
                    "policy.stated.durations");
    public static final Term<Duration> HOLD_FOR = length("hold-for", Duration.ofMinutes(1), DAY);
    public static final Term<Duration> OFFER_FOR = length("offer-for", Duration.ofMinutes(1), MONTH);
    public static final Term<Duration> PROPOSAL_FOR = length("proposal-for", Duration.ofMinutes(1), MONTH);

    public static final List<Term<?>> ALL = List.of(
            RESERVABLE_FROM,
            RESERVABLE_UNTIL,
            VISIBLE_FROM,
            VISIBLE_UNTIL,
            START_GRID,
            SHORTEST,
            LONGEST_SLOT,
            NOTICE_AT_LEAST,
            NOTICE_AT_MOST,
            RELEASES,
            BUFFER_BEFORE,
            BUFFER_AFTER,
            PEOPLE_FROM,
            PEOPLE_TO,
            NO_TWO_PLACES,
            AUDIENCE,
            AREAS,
            AGE_FROM,
            AGE_TO,
            MEMBERS,
            APPROVAL_NEEDED,
            DECISION_BEFORE,
            MINIMUM_BOOKINGS,
            MINIMUM_BY,
            CANCEL_BEFORE,
            CHECK_IN_NEEDED,
            CHECK_IN_OPENS,
            CHECK_IN_CLOSES,
            CHECK_IN_CODE,
            PRICE_PER_HOUR,
            ALLOCATION,
            PURPOSES,
            NO_SHOWS_TO_PAUSE,
            NO_SHOW_DAYS,
            PAUSE_DAYS,
            REMINDERS,
            HOLD_FOR,
            OFFER_FOR,
            PROPOSAL_FOR);

    /** Those that need not restrict anything; the rest always has a value. */
    public static final Set<Term<?>> OPTIONAL = Set.of(
            RESERVABLE_FROM,
            RESERVABLE_UNTIL,
            VISIBLE_FROM,
            VISIBLE_UNTIL,
            RELEASES,
            PEOPLE_TO,
            AREAS,
            AGE_FROM,
            AGE_TO,
            MEMBERS);

    private Terms() {}

    private static Term<LocalDate> day(String rule) {
        return Term.of(rule, Forms.DATE);
    }

    private static Term<Integer> number(String rule, int least, int most) {
        return Term.of(rule, Forms.NUMBER)
                .only(value -> value >= least && value <= most, "policy.stated.range", least, most);
    }

    private static Term<Duration> length(String rule, Duration least, Duration most) {
        return Term.of(rule, Forms.DURATION)
                .only(value -> lies(value, least, most), "policy.stated.between", least, most);
    }

    /** The calendar has cells of five minutes. */
    private static Term<Duration> steps(String rule, Duration least, Duration most) {
        return Term.of(rule, Forms.DURATION)
                .only(value -> lies(value, least, most), "policy.stated.steps", least, most)
                .inSteps(value -> value.toNanos() % STEP.toNanos() == 0);
    }

    private static boolean lies(Duration value, Duration least, Duration most) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }
}
