package org.hotline400.server.web.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.stereotype.Component;

/// How records on the wire stand in the description of the API.
///
/// A field is always there unless its component is `@Nullable` or an `Optional`: who generates types need not doubt
/// every field. A record within another one has both names (`DeliveryAttemptBody`), so that no two are one there.
@Component
class WireSchemas extends ModelResolver {

    WireSchemas(ObjectMapperProvider mappers) {
        super(mappers.jsonMapper(), new Names());
        openapi31(true);
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> schema = super.resolve(type, context, chain);
        if (schema != null) {
            recordOf(type.getType()).ifPresent(record -> mark(record, described(schema, context)));
        }
        return schema;
    }

    private static Optional<Class<?>> recordOf(Type type) {
        Optional<Class<?>> raw = switch (type) {
            case JavaType known -> Optional.of(known.getRawClass());
            case Class<?> itself -> Optional.of(itself);
            case ParameterizedType generic -> recordOf(generic.getRawType());
            default -> Optional.empty();
        };
        return raw.filter(Class::isRecord);
    }

    /// A schema that only refers to one stands for that one.
    private static Schema<?> described(Schema<?> schema, ModelConverterContext context) {
        var ref = schema.get$ref();
        return ref == null || !ref.startsWith(Components.COMPONENTS_SCHEMAS_REF)
                ? schema
                : context.getDefinedModels()
                        .getOrDefault(ref.substring(Components.COMPONENTS_SCHEMAS_REF.length()), schema);
    }

    private static void mark(Class<?> record, Schema<?> schema) {
        var properties = schema.getProperties();
        if (properties == null) {
            return;
        }
        Arrays.stream(record.getRecordComponents())
                .filter(WireSchemas::isAlwaysThere)
                .map(WireSchemas::name)
                .filter(properties::containsKey)
                .filter(name ->
                        schema.getRequired() == null || !schema.getRequired().contains(name))
                .forEach(schema::addRequiredItem);
    }

    private static boolean isAlwaysThere(RecordComponent component) {
        return component.getType() != Optional.class
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String name(RecordComponent component) {
        var renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
    }

    /// Names of schemas, one for each class.
    private static final class Names extends TypeNameResolver {
        private final Map<String, Class<?>> taken = new ConcurrentHashMap<>();

        @Override
        protected String getNameOfClass(Class<?> type) {
            var outer = type.getEnclosingClass();
            var name = outer == null ? type.getSimpleName() : stem(outer) + type.getSimpleName();
            var other = taken.putIfAbsent(name, type);
            if (other != null && other != type) {
                throw new IllegalStateException(
                        "two classes would be " + name + " in the description of the API: " + other + " and " + type);
            }
            return name;
        }

        private static String stem(Class<?> outer) {
            return outer.getSimpleName().replaceFirst("(Body|Controller|Answers)$", "");
        }
    }
}
