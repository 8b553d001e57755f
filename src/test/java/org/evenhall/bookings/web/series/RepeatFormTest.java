package org.evenhall.bookings.web.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.evenhall.bookings.web.series.RepeatForm.Repeat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatFormTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DAILY       | 2026-12-08 | FREQ=DAILY;COUNT=3",
                "FORTNIGHTLY | 2026-12-08 | FREQ=WEEKLY;INTERVAL=2;COUNT=3",
                "MONTHLY     | 2026-12-01 | FREQ=MONTHLY;BYDAY=1TU;COUNT=3",
                "MONTHLY     | 2026-12-08 | FREQ=MONTHLY;BYDAY=2TU;COUNT=3",
                "MONTHLY     | 2026-12-28 | FREQ=MONTHLY;BYDAY=4MO;COUNT=3",
                "MONTHLY     | 2026-12-31 | FREQ=MONTHLY;BYDAY=-1TH;COUNT=3"
            })
    void saysByARuleWhatWasChosen(Repeat how, LocalDate first, String rule) {
        var form = new RepeatForm();
        form.setHow(how);
        form.setTimes("3");
        assertThat(form.rule(first)).isEqualTo(rule);
    }
}
