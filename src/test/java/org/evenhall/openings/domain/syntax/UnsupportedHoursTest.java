package org.evenhall.openings.domain.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.evenhall.openings.domain.OpeningHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnsupportedHoursTest {

    @ParameterizedTest(name = "{0}: {2} ({1})")
    @CsvSource(delimiter = '|', textBlock = """
            Mo-Fr 18:00-sunset                   | sun             | 18:00-sunset
            (dawn+01:00)-20:00                   | sun             | (dawn+01:00)-20:00
            Mo-Fr 18:00-20:00; SH off            | school-holidays | SH
            Mo 18:00-20:00; Tuesday 18:00-20:00  | syntax          | Tuesday 18:00-20:00
            Mo 18:00-20:00; whenever             | syntax          | whenever
            Mo 18:00-                            | syntax          | -
            Mo 18:00-20:00 "ask                  | quote           | "ask
            Mo 24:00-26:00                       | time            | 24:00-02:00
            Mo 20:00-17:00+                      | open-end        | 20:00-17:00+
            week 50-03 Mo 18:00-20:00            | weeks           | week 50-03
            Dec 25 +Su 10:00-12:00               | weekday-offset  | Dec 25+Su
            Feb 30                               | date            | Feb 30
            Feb 10-Mar                           | date            | Feb 10-Mar
            Dec 24+                              | date            | Dec 24+
            Jan 00                               | date            | Jan 00
            Apr 01-easter                        | until-easter    | Apr 01-easter
            Feb Su[1] -2 days                    | offset          | Feb Su[1] -2 days
            PH +1 day,Mo 18:00-20:00             | offset          | PH +1 day
            PH,PH -1 day,PH +1 day 18:00-20:00   | holiday-offsets | PH
            Dec 24, Mo 10:00-12:00               | list-of-days    | Dec 24, Mo
            Dec 24, PH 10:00-12:00               | list-of-days    | Dec 24, PH 10:00-12:00
            Jan 15,Feb Mo[1]                     | list-of-days    | Jan 15,Feb Mo[1]
            "term time": Mo off                  | comment-as-date | "term time": Mo off
            Mo 99999999999:00-12:00              | syntax          | 99999999999:00-12:00
            ;;                                   | empty           | ;;
            """)
    void namesThePartThatItDoesNotTake(String text, String reason, String part) {
        var refusal = catchThrowableOfType(UnsupportedHours.class, () -> OpeningHours.parse(text));

        assertThat(refusal).as(text).isNotNull();
        assertThat(refusal.why().key()).isEqualTo("hours.unsupported." + reason);
        assertThat(refusal.part()).isEqualTo(part);
        assertThat(refusal.why().args()).startsWith(part);
    }

    @Test
    void refusesTextsThatAreTooLong() {
        var refusal =
                catchThrowableOfType(UnsupportedHours.class, () -> OpeningHours.parse("Mo 10:00-12:00;".repeat(200)));

        assertThat(refusal.why().key()).isEqualTo("hours.unsupported.too-long");
    }

    @ParameterizedTest
    @CsvSource({"\"", "(", "Jan", "||", "1", "Mo[1]", "24/7", "\\"})
    void survivesWhatNobodyWouldWrite(String piece) {
        String text = piece.repeat(OpeningHours.LONGEST_TEXT / piece.length());

        var refusal = catchThrowableOfType(UnsupportedHours.class, () -> OpeningHours.parse(text));

        assertThat(refusal.part()).isNotBlank().hasSizeLessThanOrEqualTo(60);
    }
}
