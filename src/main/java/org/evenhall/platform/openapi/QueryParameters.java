package org.evenhall.platform.openapi;

import jakarta.ws.rs.PathParam;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.evenhall.kernel.Page;

/**
 * The parameters of a resource's method, made anew of its annotations: the server writes every unset value of them down
 * as if it had been stated, forgets the constants of enums, and drops the headers. Lists take a page and its size.
 */
final class QueryParameters {

    private QueryParameters() {}

    static List<Parameter> of(Method method, Schemas schemas) {
        List<Parameter> parameters = new ArrayList<>();
        for (var declared : method.getParameters()) {
            var path = declared.getAnnotation(PathParam.class);
            if (path != null) {
                parameters.add(OASFactory.createParameter()
                        .name(path.value())
                        .in(In.PATH)
                        .required(true)
                        .schema(OASFactory.createSchema().type(SchemaType.STRING)));
            }
        }
        for (var stated :
                method.getAnnotationsByType(org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class)) {
            parameters.add(OASFactory.createParameter()
                    .name(stated.name())
                    .in(stated.in() == ParameterIn.HEADER ? In.HEADER : In.QUERY)
                    .description(textOrNull(stated.description()))
                    .required(stated.required() ? true : null)
                    .schema(schema(stated.schema(), schemas)));
        }
        if (method.getReturnType() == Page.class) {
            parameters.add(number("page", "Number of the page, from 0", 0, Integer.MAX_VALUE, 0));
            parameters.add(number("size", "How many fit a page", 1, Page.LARGEST_SIZE, Page.DEFAULT_SIZE));
        }
        return parameters;
    }

    private static Parameter number(String name, String description, int least, int most, int otherwise) {
        return OASFactory.createParameter()
                .name(name)
                .in(In.QUERY)
                .description(description)
                .schema(OASFactory.createSchema()
                        .type(SchemaType.INTEGER)
                        .minimum(BigDecimal.valueOf(least))
                        .maximum(BigDecimal.valueOf(most))
                        .defaultValue(otherwise));
    }

    private static Schema schema(org.eclipse.microprofile.openapi.annotations.media.Schema stated, Schemas schemas) {
        if (stated.implementation() != Void.class) {
            Schema one = schemas.of(stated.implementation());
            return isList(stated)
                    ? OASFactory.createSchema().type(SchemaType.ARRAY).items(one)
                    : one;
        }
        Schema schema =
                OASFactory.createSchema().type(SchemaType.valueOf(stated.type().name()));
        if (stated.enumeration().length > 0) {
            schema.enumeration(List.copyOf(Arrays.<Object>asList((Object[]) stated.enumeration())));
        }
        if (!stated.minimum().isEmpty()) {
            schema.minimum(new BigDecimal(stated.minimum()));
        }
        if (stated.maxLength() < Integer.MAX_VALUE) {
            schema.maxLength(stated.maxLength());
        }
        return schema.format(textOrNull(stated.format()))
                .pattern(textOrNull(stated.pattern()))
                .defaultValue(textOrNull(stated.defaultValue()));
    }

    private static boolean isList(org.eclipse.microprofile.openapi.annotations.media.Schema stated) {
        return stated.type() == org.eclipse.microprofile.openapi.annotations.enums.SchemaType.ARRAY;
    }

    private static String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
