package org.evenhall.platform.json;

import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringWriter;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Views as JSON. Records become objects in the order of their components, nulls are stated, an empty optional is null,
 * enums are their names; times, days, durations and zones are written by ISO 8601, a time of day always with seconds.
 */
public final class Json {

    private static final JsonGeneratorFactory GENERATORS = jakarta.json.Json.createGeneratorFactory(Map.of());

    /** Kept, because the virtual machine makes them anew whenever it is asked, which costs more than all the writing. */
    private static final ClassValue<Method[]> ACCESSORS = new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
            Method[] accessors = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .toArray(Method[]::new);
            AccessibleObject.setAccessible(accessors, true);
            return accessors;
        }
    };

    private final JsonGenerator out;

    private Json(JsonGenerator out) {
        this.out = out;
    }

    public static String text(Object value) {
        var text = new StringWriter();
        try (JsonGenerator out = GENERATORS.createGenerator(text)) {
            new Json(out).write(value);
        }
        return text.toString();
    }

    private void write(Object value) {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof JsonTree.Num number) {
            out.write(number.text());
        } else if (value instanceof Record record) {
            writeRecord(record);
        } else if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            map.forEach((name, member) -> writeMember(String.valueOf(name), member));
            out.writeEnd();
        } else if (value instanceof Iterable<?> items) {
            out.writeStartArray();
            items.forEach(this::write);
            out.writeEnd();
        } else if (value instanceof Optional<?> optional) {
            write(optional.orElse(null));
        } else {
            writeScalar(value);
        }
    }

    private void writeMember(String name, Object value) {
        out.writeKey(name);
        write(value);
    }

    private void writeRecord(Record record) {
        out.writeStartObject();
        for (Method accessor : ACCESSORS.get(record.getClass())) {
            writeMember(accessor.getName(), valueOf(accessor, record));
        }
        out.writeEnd();
    }

    private void writeScalar(Object value) {
        if (value instanceof Boolean truth) {
            out.write(truth);
        } else if (value instanceof Integer || value instanceof Long || value instanceof Short) {
            out.write(((Number) value).longValue());
        } else if (value instanceof BigInteger number) {
            out.write(number);
        } else if (value instanceof BigDecimal number) {
            out.write(number);
        } else if (value instanceof Number number) {
            writeDouble(number.doubleValue());
        } else if (value instanceof OffsetDateTime time) {
            out.write(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
        } else if (value instanceof Enum<?> constant) {
            out.write(constant.name());
        } else {
            out.write(value.toString());
        }
    }

    private void writeDouble(double number) {
        if (Double.isFinite(number)) {
            out.write(number);
        } else {
            out.writeNull();
        }
    }

    private static Object valueOf(Method accessor, Record record) {
        try {
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A view that cannot be read: " + accessor, e);
        }
    }
}
