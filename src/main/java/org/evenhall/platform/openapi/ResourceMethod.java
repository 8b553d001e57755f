package org.evenhall.platform.openapi;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.evenhall.platform.http.Api;

/** A method of a resource, with the address and the HTTP method that it answers. */
record ResourceMethod(Method method, String path, String httpMethod) {

    static List<ResourceMethod> all() {
        List<ResourceMethod> all = new ArrayList<>();
        CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .forEach(type -> all.addAll(of(type)));
        return all;
    }

    static List<ResourceMethod> of(Class<?> type) {
        String root = Api.PATH + slashed(type.getAnnotation(Path.class).value());
        return Arrays.stream(type.getDeclaredMethods())
                .flatMap(method -> httpMethod(method).map(http -> new ResourceMethod(method, root + sub(method), http)))
                .toList();
    }

    /** A name that no other method has, as in {@code listSpaces}. */
    String id() {
        return method.getName() + method.getDeclaringClass().getSimpleName().replace("Resource", "");
    }

    private static Stream<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value());
    }

    private static String sub(Method method) {
        Path path = method.getAnnotation(Path.class);
        return path == null ? "" : slashed(path.value());
    }

    private static String slashed(String path) {
        return path.isEmpty() || path.startsWith("/") ? path : "/" + path;
    }
}
