package org.evenhall.platform.faces;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Lets pages read the components of records, {@code #{card.space.name}}: Expression Language 5 knows beans only, and
 * views are records. What a record says beyond its components stays with the resolver of beans.
 */
public class RecordResolver extends ELResolver {

    private static final ClassValue<Map<String, MethodHandle>> ACCESSORS = new ClassValue<>() {
        @Override
        protected Map<String, MethodHandle> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .collect(Collectors.toUnmodifiableMap(RecordComponent::getName, RecordResolver::accessor));
        }
    };

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        var accessor = accessor(base, property);
        if (accessor == null) {
            return null;
        }
        context.setPropertyResolved(base, property);
        try {
            return accessor.invoke(base);
        } catch (Throwable e) {
            throw new ELException(e);
        }
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        var accessor = accessor(base, property);
        if (accessor == null) {
            return null;
        }
        context.setPropertyResolved(base, property);
        return accessor.type().returnType();
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        // records do not change; whoever tries is told by the resolver of beans
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        boolean known = accessor(base, property) != null;
        context.setPropertyResolved(known);
        return known;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return base instanceof Record ? String.class : null;
    }

    private static MethodHandle accessor(Object base, Object property) {
        return base instanceof Record && property instanceof String name
                ? ACCESSORS.get(base.getClass()).get(name)
                : null;
    }

    private static MethodHandle accessor(RecordComponent component) {
        try {
            var method = component.getAccessor();
            method.setAccessible(true);
            return MethodHandles.lookup().unreflect(method);
        } catch (IllegalAccessException e) {
            throw new ELException(e);
        }
    }
}
