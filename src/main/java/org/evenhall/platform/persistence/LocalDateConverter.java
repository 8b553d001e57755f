package org.evenhall.platform.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.LocalDate;

/** Dates are epoch days in the database, so that no time zone can move them. */
@Converter(autoApply = true)
public class LocalDateConverter implements AttributeConverter<LocalDate, Integer> {

    @Override
    public Integer convertToDatabaseColumn(LocalDate date) {
        return date == null ? null : Math.toIntExact(date.toEpochDay());
    }

    @Override
    public LocalDate convertToEntityAttribute(Integer day) {
        return day == null ? null : LocalDate.ofEpochDay(day);
    }
}
