package org.evenhall.platform.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.platform.text.Formats;
import org.evenhall.platform.text.Unreadable;

/**
 * Makes a command out of a JSON text, component by component. All fields that cannot be read are refused together as
 * malformed; a missing one is null, and what null means is for the command to say, except that a primitive must be
 * there. Members that the record does not have are left alone, so that older servers take newer clients.
 */
public final class RecordReader {

    private final List<Violation> unreadable = new ArrayList<>();
    private final List<Violation> missing = new ArrayList<>();

    private RecordReader() {}

    /** @throws Refused as malformed or, where only required fields are missing, as invalid */
    public static <T> T read(byte[] utf8, Class<T> type) {
        return read(JsonTree.read(utf8), type);
    }

    static <T> T read(Object tree, Class<T> type) {
        var reader = new RecordReader();
        Object read = null;
        try {
            read = reader.value(tree, type, null);
        } catch (Unreadable e) {
            reader.unreadable.add(e.in(null));
        }
        if (!reader.unreadable.isEmpty()) {
            throw new Refused(Reason.MALFORMED, reader.unreadable, "problem.malformed.detail");
        }
        if (!reader.missing.isEmpty()) {
            throw Refused.invalid(reader.missing);
        }
        if (read == null) {
            throw Refused.malformed(Violation.of("json", null, "malformed.empty"));
        }
        return type.cast(read);
    }

    private Object value(Object found, Type type, String field) throws Unreadable {
        if (found == null) {
            return null;
        }
        if (type instanceof ParameterizedType generic) {
            return list(found, generic, field);
        }
        var wanted = (Class<?>) type;
        if (wanted.isRecord()) {
            return record(found, wanted, field);
        } else if (wanted == Boolean.class || wanted == boolean.class) {
            return truth(found);
        } else if (wanted == Integer.class || wanted == int.class) {
            return (int) Formats.whole(number(found), Integer.MIN_VALUE, Integer.MAX_VALUE);
        } else if (wanted == Long.class || wanted == long.class) {
            return Formats.whole(number(found), Long.MIN_VALUE, Long.MAX_VALUE);
        } else if (wanted == Double.class || wanted == double.class) {
            return Formats.number(number(found));
        } else if (wanted == BigDecimal.class) {
            return BigDecimal.valueOf(Formats.number(number(found)));
        }
        return ofText(found, wanted);
    }

    private static Object ofText(Object found, Class<?> wanted) throws Unreadable {
        if (!(found instanceof String text)) {
            throw new Unreadable(came(found), "malformed.string");
        }
        if (wanted == String.class) {
            return text;
        } else if (wanted == OffsetDateTime.class) {
            return Formats.instant(text);
        } else if (wanted == Instant.class) {
            return Formats.instant(text).toInstant();
        } else if (wanted == LocalDate.class) {
            return Formats.date(text);
        } else if (wanted == Duration.class) {
            return Formats.length(text);
        } else if (wanted == LocalTime.class) {
            return Formats.timeOfDay(text);
        } else if (wanted == ZoneId.class) {
            return Formats.zone(text);
        } else if (wanted.isEnum()) {
            return constant(wanted, text);
        }
        throw new IllegalStateException("No way to read a " + wanted);
    }

    private Object record(Object found, Class<?> type, String field) throws Unreadable {
        if (!(found instanceof Map<?, ?> members)) {
            throw new Unreadable(came(found), "malformed.object");
        }
        int faults = unreadable.size() + missing.size();
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = field == null ? components[i].getName() : field + "." + components[i].getName();
            try {
                values[i] = value(members.get(components[i].getName()), components[i].getGenericType(), name);
                if (values[i] == null && components[i].getType().isPrimitive()) {
                    missing.add(Violation.of("required", name, "violation.NotNull"));
                }
            } catch (Unreadable e) {
                unreadable.add(e.in(name));
            }
        }
        return unreadable.size() + missing.size() > faults ? null : made(type, components, values, field);
    }

    private Object made(Class<?> type, RecordComponent[] components, Object[] values, String field) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Refused refused) {
                throw refused;
            }
            missing.add(Violation.of("invalid", field, "violation.other"));
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Not a public record: " + type, e);
        }
    }

    private Object list(Object found, ParameterizedType type, String field) throws Unreadable {
        if (!(found instanceof List<?> items)) {
            throw new Unreadable(came(found), "malformed.list");
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String name = field + "[" + i + "]";
            try {
                Object value = value(items.get(i), type.getActualTypeArguments()[0], name);
                if (value != null) {
                    values.add(value);
                } else if (items.get(i) == null) {
                    unreadable.add(Violation.of("format", name, "malformed.null"));
                }
            } catch (Unreadable e) {
                unreadable.add(e.in(name));
            }
        }
        return type.getRawType() == Set.class ? new LinkedHashSet<>(values) : values;
    }

    private static String came(Object found) {
        if (found instanceof JsonTree.Num number) {
            return number.text();
        }
        return found instanceof String text ? text : Json.text(found);
    }

    private static Boolean truth(Object found) throws Unreadable {
        if (found instanceof Boolean truth) {
            return truth;
        }
        throw new Unreadable(came(found), "malformed.truth");
    }

    private static String number(Object found) throws Unreadable {
        if (found instanceof JsonTree.Num number) {
            return number.text();
        }
        throw new Unreadable(came(found), "malformed.number");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object constant(Class<?> type, String text) throws Unreadable {
        return Formats.constant((Class<? extends Enum>) type, text);
    }
}
