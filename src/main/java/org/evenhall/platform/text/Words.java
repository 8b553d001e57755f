package org.evenhall.platform.text;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times and lengths as people of a language say them. */
final class Words {

    private final Locale locale;
    private final boolean chinese;

    Words(Locale locale) {
        this.locale = locale;
        this.chinese = "zh".equals(locale.getLanguage());
    }

    String of(ZonedDateTime time) {
        return say(time, "EEE d MMM yyyy, HH:mm", "yyyy年M月d日 EEE HH:mm");
    }

    String of(LocalDate date) {
        return say(date, "EEE d MMM yyyy", "yyyy年M月d日 EEE");
    }

    String of(LocalTime time) {
        return say(time, "HH:mm", "HH:mm");
    }

    /** Days, hours and minutes, and seconds where there are any: "2 h 30 min", "30 days"; zero is "0 min". */
    String of(Duration duration) {
        Duration length = duration.abs();
        List<String> parts = new ArrayList<>();
        long days = length.toDays();
        add(parts, days, days == 1 ? " day" : " days", "天");
        add(parts, length.toHoursPart(), " h", "小时");
        add(parts, length.toMinutesPart(), " min", "分钟");
        add(parts, length.toSecondsPart(), " s", "秒");
        if (parts.isEmpty()) {
            parts.add(chinese ? "0分钟" : "0 min");
        }
        return (duration.isNegative() ? "-" : "") + String.join(chinese ? "" : " ", parts);
    }

    String comma() {
        return chinese ? "、" : ", ";
    }

    private void add(List<String> parts, long amount, String english, String chineseUnit) {
        if (amount != 0) {
            parts.add(amount + (chinese ? chineseUnit : english));
        }
    }

    private String say(TemporalAccessor time, String english, String chinesePattern) {
        return DateTimeFormatter.ofPattern(chinese ? chinesePattern : english, locale)
                .format(time);
    }
}
