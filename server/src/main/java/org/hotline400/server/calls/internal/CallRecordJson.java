package org.hotline400.server.calls.internal;

import java.util.UUID;
import java.util.function.Function;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.TenantId;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/// A call record as JSON, in the journal and in the database. A later release reads what an earlier one wrote:
/// fields may be added, never renamed.
public final class CallRecordJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule("call-records")
                    .addSerializer(CallId.class, ToStringSerializer.instance)
                    .addSerializer(TenantId.class, ToStringSerializer.instance)
                    .addDeserializer(CallId.class, uuid(CallId::new))
                    .addDeserializer(TenantId.class, uuid(TenantId::new)))
            .build();

    private CallRecordJson() {}

    private static <T> ValueDeserializer<T> uuid(Function<UUID, T> make) {
        return new ValueDeserializer<>() {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) {
                return make.apply(UUID.fromString(parser.getString()));
            }
        };
    }

    public static byte[] bytes(CallRecord call) {
        return JSON.writeValueAsBytes(call);
    }

    public static String text(CallRecord call) {
        return JSON.writeValueAsString(call);
    }

    public static CallRecord read(byte[] bytes) {
        return JSON.readValue(bytes, CallRecord.class);
    }

    public static CallRecord read(String text) {
        return JSON.readValue(text, CallRecord.class);
    }
}
