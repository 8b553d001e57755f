package org.evenhall.platform.openapi;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Records as schemas, just as they are read and written: a member for each component, times with their formats, enums
 * with their names. In answers every member is there, but one of a reference type may be null; ids and lists never are.
 * Of a command all may be left out but numbers and truths that cannot be null.
 */
final class Schemas {

    private final Map<String, Schema> named = new TreeMap<>();
    private final Map<String, Type> owners = new HashMap<>();
    private final Set<Class<?>> commands = new HashSet<>();

    /** @param commands what requests carry */
    Schemas(Collection<Class<?>> commands) {
        commands.forEach(this::command);
    }

    private void command(Class<?> type) {
        if (type.isRecord() && commands.add(type)) {
            for (RecordComponent component : type.getRecordComponents()) {
                command(component.getType());
                if (component.getGenericType() instanceof ParameterizedType generic
                        && generic.getActualTypeArguments()[0] instanceof Class<?> item) {
                    command(item);
                }
            }
        }
    }

    /** All schemas that were referred to, by name. */
    Map<String, Schema> named() {
        return named;
    }

    void name(String name, Schema schema) {
        named.put(name, schema);
    }

    static Schema reference(String name) {
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }

    /** The schema of a type; records are referred to by name. */
    Schema of(Type type) {
        if (type instanceof WildcardType any) {
            return of(any.getUpperBounds()[0]);
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            if (Collection.class.isAssignableFrom(raw)) {
                return OASFactory.createSchema().type(SchemaType.ARRAY).items(of(generic.getActualTypeArguments()[0]));
            }
            return raw.isRecord() ? record(raw, generic.getActualTypeArguments()) : free();
        }
        return type instanceof Class<?> plain ? ofClass(plain) : free();
    }

    private Schema ofClass(Class<?> type) {
        if (type.isRecord()) {
            return record(type, new Type[0]);
        } else if (type.isEnum()) {
            return OASFactory.createSchema()
                    .type(SchemaType.STRING)
                    .enumeration(Arrays.stream(type.getEnumConstants())
                            .map(constant -> (Object) ((Enum<?>) constant).name())
                            .toList());
        } else if (type == int.class || type == Integer.class) {
            return OASFactory.createSchema().type(SchemaType.INTEGER).format("int32");
        } else if (type == long.class || type == Long.class) {
            return OASFactory.createSchema().type(SchemaType.INTEGER).format("int64");
        } else if (type == double.class || type == Double.class || type == BigDecimal.class) {
            return OASFactory.createSchema().type(SchemaType.NUMBER);
        } else if (type == boolean.class || type == Boolean.class) {
            return OASFactory.createSchema().type(SchemaType.BOOLEAN);
        }
        return text(type);
    }

    private static Schema text(Class<?> type) {
        Schema text = OASFactory.createSchema().type(SchemaType.STRING);
        if (type == OffsetDateTime.class || type == Instant.class) {
            return text.format("date-time");
        } else if (type == LocalDate.class) {
            return text.format("date");
        } else if (type == Duration.class) {
            return text.format("duration");
        } else if (type == LocalTime.class) {
            return text.description("A time of day, as in 18:30");
        } else if (type == ZoneId.class) {
            return text.description("A name of the time zone database, as in Europe/Berlin");
        }
        return type == String.class ? text : free();
    }

    private static Schema free() {
        return OASFactory.createSchema();
    }

    private Schema record(Class<?> type, Type[] arguments) {
        String name = nameOf(type, arguments);
        if (!named.containsKey(name)) {
            Schema schema = OASFactory.createSchema().type(SchemaType.OBJECT);
            named.put(name, schema);
            Map<String, Type> variables = new HashMap<>();
            for (int i = 0; i < arguments.length; i++) {
                variables.put(type.getTypeParameters()[i].getName(), arguments[i]);
            }
            List<String> always = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                Schema member = of(resolved(component.getGenericType(), variables));
                boolean neverNull = neverNull(component);
                if (neverNull) {
                    always.add(component.getName());
                }
                schema.addProperty(component.getName(), described(neverNull ? member : nullable(member), component));
            }
            if (!always.isEmpty()) {
                schema.required(always);
            }
        }
        return reference(name);
    }

    /** By what the record says of its component, if anything; beside a reference nothing else may stand. */
    private static Schema described(Schema schema, RecordComponent component) {
        var said =
                component.getAccessor().getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        if (said == null) {
            return schema;
        }
        return (schema.getRef() == null ? schema : OASFactory.createSchema().addAllOf(schema))
                .description(said.description());
    }

    private boolean neverNull(RecordComponent component) {
        boolean answered = Collection.class.isAssignableFrom(component.getType())
                || component.getName().equals("id");
        return component.getType().isPrimitive() || answered && !commands.contains(component.getDeclaringRecord());
    }

    private static Schema nullable(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema().nullable(true).addAllOf(schema);
        }
        if (schema.getEnumeration() != null) {
            schema.addEnumeration(null);
        }
        return schema.nullable(true);
    }

    private static Type resolved(Type type, Map<String, Type> variables) {
        if (type instanceof TypeVariable<?> variable) {
            return variables.getOrDefault(variable.getName(), Object.class);
        }
        if (type instanceof ParameterizedType generic && !variables.isEmpty()) {
            Type[] arguments = Arrays.stream(generic.getActualTypeArguments())
                    .map(argument -> resolved(argument, variables))
                    .toArray(Type[]::new);
            return new Resolved(generic.getRawType(), arguments);
        }
        return type;
    }

    /** A generic type whose variables are known. */
    private record Resolved(Type raw, Type... arguments) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return arguments.clone();
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public Type getOwnerType() {
            return null;
        }
    }

    /** {@code PageOfBookingView}; where two records share a name, the second is called by its package as well. */
    private String nameOf(Class<?> type, Type... arguments) {
        var name = new StringBuilder(
                type.getEnclosingClass() == null
                        ? type.getSimpleName()
                        : type.getEnclosingClass().getSimpleName() + type.getSimpleName());
        for (Type argument : arguments) {
            name.append("Of").append(nameOf(argument));
        }
        Type owner = owners.putIfAbsent(name.toString(), type);
        if (owner != null && owner != type) {
            String feature = type.getPackageName().replace("org.evenhall.", "").replace(".", "");
            name.insert(0, Character.toUpperCase(feature.charAt(0)) + feature.substring(1));
        }
        return name.toString();
    }

    private static String nameOf(Type argument) {
        if (argument instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            return raw.getSimpleName() + "Of" + nameOf(generic.getActualTypeArguments()[0]);
        }
        return argument instanceof Class<?> plain ? plain.getSimpleName() : "Any";
    }
}
