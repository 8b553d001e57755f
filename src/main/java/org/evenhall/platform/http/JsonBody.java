package org.evenhall.platform.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.evenhall.kernel.Violation;
import org.evenhall.platform.json.RecordReader;

/** Commands are records and come as JSON in UTF-8, at most a megabyte; merge patches (RFC 7396) are read the same way. */
@Provider
@Priority(Priorities.USER - 1000)
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
public class JsonBody implements MessageBodyReader<Record> {

    private static final int LARGEST = 1_000_000;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body) {
        String charset = mediaType.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !"utf-8".equalsIgnoreCase(charset)) {
            throw new Refused(Reason.UNSUPPORTED_TYPE, "problem.unsupported-type.detail");
        }
        byte[] bytes = bytes(body);
        return bytes.length == 0 ? null : RecordReader.read(bytes, type);
    }

    private static byte[] bytes(InputStream body) {
        byte[] bytes;
        try {
            bytes = body.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            throw Refused.malformed(Violation.of("json", null, "malformed.unfinished"));
        }
        if (bytes.length > LARGEST) {
            throw new Refused(Reason.TOO_LARGE, "problem.too-large.detail");
        }
        return bytes;
    }
}
