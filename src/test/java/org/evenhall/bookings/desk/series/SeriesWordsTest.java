package org.evenhall.bookings.desk.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Locale;
import org.evenhall.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesWordsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FREQ=WEEKLY;BYDAY=WE,MO;COUNT=10 | every week on Monday and Wednesday, 10 times | 每周的星期一和星期三，共 10 次
            FREQ=WEEKLY;COUNT=1 | every week, once | 每周，共 1 次
            FREQ=DAILY;INTERVAL=10;COUNT=5 | every 10 days, 5 times | 每 10 天，共 5 次
            FREQ=DAILY;BYDAY=MO,TU,FR;UNTIL=20261218 | every day, only on Monday, Tuesday and Friday, until Fri 18 Dec 2026 | 每天，仅限星期一、星期二和星期五，直到 2026年12月18日 周五
            FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU;UNTIL=20261218T235900Z | every 2 weeks on Tuesday and Sunday (weeks begin on Sunday), until Sat 19 Dec 2026, 00:59 | 每 2 周的星期二和星期日（每周从星期日开始），直到 2026年12月19日 周六 00:59
            FREQ=WEEKLY;BYDAY=TU;WKST=SU;UNTIL=20261218T200000 | every week on Tuesday, until Fri 18 Dec 2026, 20:00 | 每周的星期二，直到 2026年12月18日 周五 20:00
            FREQ=MONTHLY;BYDAY=1FR,-1SU;COUNT=6 | every month on the first Friday and the last Sunday, 6 times | 每月的第 1 个星期五和最后一个星期日，共 6 次
            FREQ=MONTHLY;BYDAY=-2MO;COUNT=6 | every month on the second to last Monday, 6 times | 每月的倒数第 2 个星期一，共 6 次
            FREQ=MONTHLY;BYDAY=TU;COUNT=6 | every month on every Tuesday, 6 times | 每月的每个星期二，共 6 次
            FREQ=MONTHLY;BYMONTHDAY=2,15,-1,-3;COUNT=6 | every month on day 2, day 15, day 3 from the end and the last day of the month, 6 times | 每月的2日、15日、倒数第 3 天和最后一天，共 6 次
            FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR;COUNT=4 | every month on day 13 of the month, only on Friday, 4 times | 每月的13日，仅限星期五，共 4 次
            FREQ=MONTHLY;BYDAY=TU,WE;BYSETPOS=3,-2;COUNT=3 | every month on every Tuesday and every Wednesday, of these only the third and second to last, 3 times | 每月的每个星期二和每个星期三，只取其中第 3 个和倒数第 2 个，共 3 次
            FREQ=YEARLY;BYDAY=20MO,22MO;COUNT=3 | every year on the 20th Monday and the 22nd Monday, 3 times | 每年的第 20 个星期一和第 22 个星期一，共 3 次
            FREQ=YEARLY;BYMONTH=9;BYDAY=1MO;COUNT=200 | every year on the first Monday in September, 200 times | 每年的九月的第 1 个星期一，共 200 次
            FREQ=YEARLY;BYWEEKNO=20,-1;BYDAY=MO;WKST=SU;COUNT=3 | every year on Monday in calendar week 20 and calendar week 1 from the end of the year (weeks begin on Sunday), 3 times | 每年的第 20 周和倒数第 1 周的星期一（每周从星期日开始），共 3 次
            FREQ=YEARLY;INTERVAL=4;BYYEARDAY=1,100,-1;COUNT=3 | every 4 years on day 1, day 100 and the last day of the year, 3 times | 每 4 年的第 1 天、第 100 天和最后一天，共 3 次
            FREQ=DAILY;BYHOUR=9,10;BYMINUTE=0,20;COUNT=3 | every day at 09:00, 09:20, 10:00 and 10:20, 3 times | 每天的 09:00、09:20、10:00和10:20，共 3 次
            FREQ=DAILY;BYHOUR=9,14;COUNT=3 | every day in hour 9 and hour 14, 3 times | 每天的9时和14时，共 3 次
            FREQ=DAILY;BYMINUTE=0,30;COUNT=3 | every day at minute 0 and minute 30 of the hour, 3 times | 每天的每小时0分和30分，共 3 次
            """)
    void tellARuleAsPeopleDo(String rrule, String english, String chinese) {
        assertThat(SeriesWords.of(Locale.ENGLISH, rrule, BERLIN)).isEqualTo(english);
        assertThat(SeriesWords.of(Locale.CHINESE, rrule, BERLIN)).isEqualTo(chinese);
    }

    @Test
    void areNotMadeForWhatIsNoRule() {
        assertThatThrownBy(() -> SeriesWords.of(Locale.ENGLISH, "FREQ=WEEKLY", BERLIN))
                .isInstanceOf(Refused.class);
    }
}
