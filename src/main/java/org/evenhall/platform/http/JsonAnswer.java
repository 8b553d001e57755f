package org.evenhall.platform.http;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.evenhall.platform.json.Json;

/** Views are records, alone, in lists or in maps, and go out as {@link Json}. */
@Provider
@Produces(MediaType.APPLICATION_JSON)
public class JsonAnswer implements MessageBodyWriter<Object> {

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord() || Iterable.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            Object view,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(Json.text(view).getBytes(StandardCharsets.UTF_8));
    }
}
