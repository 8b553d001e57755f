package org.evenhall.store;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Puts together what a server would: the first that was given of a type is injected wherever it is asked for. */
public final class Beans {

    private final List<Object> all = new ArrayList<>();

    public <T> T with(T bean) {
        all.add(bean);
        return bean;
    }

    /** Makes one by its constructor that is injected, or fills its fields. Fields of several are empty until {@link #fill}. */
    public <T> T make(Class<T> type) {
        try {
            Constructor<?> injected = Arrays.stream(type.getDeclaredConstructors())
                    .filter(each -> each.isAnnotationPresent(Inject.class))
                    .findFirst()
                    .orElse(null);
            Constructor<?> used = injected == null ? type.getDeclaredConstructor() : injected;
            used.setAccessible(true);
            return type.cast(with(used.newInstance(
                    Arrays.stream(used.getParameterTypes()).map(this::asked).toArray())));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    /** Fills the fields that are injected, of all beans, from all beans. */
    public void fill() {
        for (Object bean : all) {
            for (Class<?> type = bean.getClass(); type != null; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (field.isAnnotationPresent(Inject.class)
                            || field.isAnnotationPresent(PersistenceContext.class)) {
                        set(bean, field);
                    }
                }
            }
        }
    }

    private void set(Object bean, Field field) {
        try {
            field.setAccessible(true);
            field.set(bean, asked(field.getType()));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object asked(Class<?> type) {
        return type == Instance.class ? new Several<>(List.of()) : the(type);
    }

    public <T> T the(Class<T> type) {
        return all.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing of the type " + type.getName()));
    }

    /** What a server finds of a type; here it is named. */
    public static final class Several<T> implements Instance<T> {

        private final List<T> those;

        public Several(List<T> those) {
            this.those = those;
        }

        @Override
        public Iterator<T> iterator() {
            return those.iterator();
        }

        @Override
        public T get() {
            return those.get(0);
        }

        @Override
        public boolean isUnsatisfied() {
            return those.isEmpty();
        }

        @Override
        public boolean isAmbiguous() {
            return those.size() > 1;
        }

        @Override
        public void destroy(T instance) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Handle<T> getHandle() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Iterable<? extends Handle<T>> handles() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instance<T> select(Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends T> Instance<U> select(Class<U> type, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends T> Instance<U> select(TypeLiteral<U> type, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
