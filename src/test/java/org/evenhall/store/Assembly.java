package org.evenhall.store;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Puts the parts of the application together without a server, as they ask for each other: one of each type, through the
 * constructor or the fields that say so. There are no transactions and no retries; a test brings its own.
 */
public final class Assembly {

    private final Map<Class<?>, Object> parts = new HashMap<>();
    private final Map<Class<?>, List<Class<?>>> kinds = new HashMap<>();
    private final Map<Class<?>, Consumer<Object>> listeners = new HashMap<>();

    /** This one instead of what would be made. */
    public <T> Assembly with(Class<? super T> type, T part) {
        parts.put(type, part);
        return this;
    }

    /** Whoever asks for all of a kind gets these. */
    public <T> Assembly offering(Class<T> kind, List<Class<? extends T>> implementations) {
        kinds.put(kind, List.copyOf(implementations));
        return this;
    }

    /** Events of a type reach this listener, others nobody. */
    public <T> Assembly hearing(Class<T> type, Consumer<T> listener) {
        listeners.put(type, event -> listener.accept(type.cast(event)));
        return this;
    }

    public synchronized <T> T get(Class<T> type) {
        Object part = parts.get(type);
        return type.cast(part == null ? make(type) : part);
    }

    private Object make(Class<?> type) {
        try {
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                if (constructor.isAnnotationPresent(Inject.class)) {
                    constructor.setAccessible(true);
                    Object made = constructor.newInstance(Arrays.stream(constructor.getGenericParameterTypes())
                            .map(this::part)
                            .toArray());
                    parts.put(type, made);
                    return made;
                }
            }
            Constructor<?> plain = type.getDeclaredConstructor();
            plain.setAccessible(true);
            Object made = plain.newInstance();
            parts.put(type, made);
            fill(type, made);
            return made;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + type, e);
        }
    }

    /** Gives a part that a test made what the class that it extends asks for. */
    public void fill(Object part) {
        try {
            fill(part.getClass().getSuperclass(), part);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot fill " + part, e);
        }
    }

    private void fill(Class<?> type, Object made) throws IllegalAccessException {
        for (Field field : type.getDeclaredFields()) {
            if (field.isAnnotationPresent(Inject.class) || field.isAnnotationPresent(PersistenceContext.class)) {
                field.setAccessible(true);
                field.set(made, part(field.getGenericType()));
            }
        }
    }

    private Object part(Type wanted) {
        if (wanted instanceof ParameterizedType generic && generic.getActualTypeArguments()[0] instanceof Class<?> of) {
            return generic.getRawType() == Event.class ? new Heard<>() : all(of);
        }
        return get((Class<?>) wanted);
    }

    private Object all(Class<?> kind) {
        InvocationHandler handler = (proxy, method, args) -> method.isDefault()
                ? InvocationHandler.invokeDefault(proxy, method, args)
                : kinds.getOrDefault(kind, List.of()).stream().map(this::get).iterator();
        return Proxy.newProxyInstance(Assembly.class.getClassLoader(), new Class<?>[] {Instance.class}, handler);
    }

    private final class Heard<T> implements Event<T> {

        @Override
        public void fire(T event) {
            listeners.getOrDefault(event.getClass(), unheard -> {}).accept(event);
        }

        @Override
        public <U extends T> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<T> select(Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends T> Event<U> select(Class<U> type, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends T> Event<U> select(TypeLiteral<U> type, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
