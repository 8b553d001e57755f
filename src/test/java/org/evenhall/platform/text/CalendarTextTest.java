package org.evenhall.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Attendee;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CalendarTextTest {

    private static final String LONG = "夜光大厅，".repeat(20) + "🏫".repeat(30) + " and some plain words";

    private static ICalendar calendar(String summary, String name) {
        var event = new VEvent();
        event.setSummary(summary);
        event.addAttendee(new Attendee(CalendarText.parameter(name), "a@example.org"));
        var calendar = new ICalendar();
        calendar.addEvent(event);
        return calendar;
    }

    @Test
    void noLineIsLongerThan75OctetsAndNoneEndsWithinALetter() {
        String text = CalendarText.of(calendar(LONG, "A"));
        assertThat(text).endsWith("END:VCALENDAR\r\n");
        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(75));
        assertThat(Biweekly.parse(text).first().getEvents().get(0).getSummary().getValue())
                .isEqualTo(LONG);
    }

    @Test
    void aNameMayHoldWhatAParameterMayNot() {
        String text = CalendarText.of(calendar("A", " Ann \"the\r\nchoir\"; ATTENDEE:\u0007 "));
        var attendee = Biweekly.parse(text).first().getEvents().get(0).getAttendees();
        assertThat(attendee).singleElement().satisfies(one -> assertThat(one.getCommonName())
                .isEqualTo("Ann 'the choir'; ATTENDEE:"));
    }
}
