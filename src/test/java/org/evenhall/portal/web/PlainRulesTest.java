package org.evenhall.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhall.policies.CityPolicy.aPolicy;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.evenhall.platform.faces.Say;
import org.evenhall.policies.CityPolicy;
import org.evenhall.policies.PolicyView.StatedBy;
import org.junit.jupiter.api.Test;

class PlainRulesTest {

    private static List<String> told(CityPolicy policy, Locale locale) {
        return PlainRules.of(policy.view(), List::copyOf, List::copyOf, new Say(locale, Clock.systemUTC())).stream()
                .map(PlainRules.Rule::text)
                .toList();
    }

    @Test
    void whatRestrictsNobodyIsNotTold() {
        assertThat(told(aPolicy(), Locale.ENGLISH))
                .containsExactly(
                        "A booking lasts 30 min to 3 h.",
                        "It can start every 30 min, counted from opening.",
                        "You can book up to 30 days ahead.",
                        "At most 10 bookings of yours can be open at once in the whole city.",
                        "At most 3 bookings of yours can be open at once in this space.",
                        "You can give a booking back until it starts.");
    }

    @Test
    void everyRuleIsTold() {
        var strict = aPolicy()
                .unlimited()
                .stating("allocation", "ROUND")
                .stating("reservable-from", "2026-12-01")
                .stating("reservable-until", "2027-01-01")
                .stating("releases", "MONDAY 08:00 28")
                .stating("notice-at-least", "PT2H")
                .stating("buffer-after", "PT15M")
                .stating("audience", "VERIFIED")
                .stating("areas", "Mitte")
                .stating("members", "Choir")
                .stating("age-from", "16")
                .stating("age-to", "27")
                .stating("people-from", "2")
                .stating("people-to", "6")
                .stating("purposes", "STUDY")
                .stating("no-two-places", "true")
                .stating("group-hours-per-week-in-space", "4")
                .stating("approval-needed", "true")
                .stating("minimum-bookings", "1")
                .stating("check-in-needed", "true")
                .stating("check-in-code", "true")
                .stating("price-per-hour", "2.50")
                .stating("cancel-before", "PT24H");
        assertThat(told(strict, Locale.ENGLISH))
                .containsExactly(
                        "It is given out in the rounds of a season, and not booked directly.",
                        "A booking lasts 30 min to 3 h.",
                        "It can start every 30 min, counted from opening.",
                        "It can be booked for days from Tue 1 Dec 2026 on.",
                        "It can be booked for days up to Thu 31 Dec 2026.",
                        "Every Monday at 08:00 the days up to 28 days ahead are released.",
                        "Book at least 2 h before it starts.",
                        "0 min before and 15 min after each booking stay free.",
                        "It is for people whose name has been checked.",
                        "It is for people who live here: Mitte.",
                        "It is for members of: Choir.",
                        "It is for people aged 16 or more.",
                        "It is for people aged 27 or less.",
                        "It is for groups of at least 2 people.",
                        "It is for at most 6 people.",
                        "It is for: Study.",
                        "You can have only one space at a time.",
                        "Your group can book at most 4 h a week in this space.",
                        "The house decides on each booking; a request that is undecided 2 h before the start lapses.",
                        "It opens on a day only if it has 1 booking by 1 day before opening.",
                        "Check in from 15 min before to 15 min after the start, or the room goes back to others.",
                        "You check in with the code on the door.",
                        "Who stays away 3 times in 60 days cannot book by themselves for 30 days.",
                        "It costs 2.5 an hour.",
                        "You can give a booking back until 1 day before it starts.");
        assertThat(told(strict, Locale.CHINESE))
                .hasSize(25)
                .contains("每星期一 08:00 开放此后 28 天内的日期。")
                .noneMatch(text -> text.matches(".*[A-Za-z]{3,}.*") && !text.matches(".*(Mitte|Choir).*"));
    }

    @Test
    void theLevelIsNamed() {
        var rules = PlainRules.of(
                aPolicy()
                        .stating(StatedBy.PART, "half", "longest-duration", "PT1H")
                        .view(),
                List::copyOf,
                List::copyOf,
                new Say(Locale.ENGLISH, Clock.systemUTC()));
        assertThat(rules.get(0)).isEqualTo(new PlainRules.Rule("A booking lasts 30 min to 1 h.", "rule of this part"));
    }
}
