package ingchain.json;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads records strictly. Gson by itself gives 0 to a number that is missing, takes the last of two equal names, and
 * lets a null stand for a whole record; then a transaction that we read would not be the one that the peer hashed.
 */
final class StrictRecords implements TypeAdapterFactory {
    @Override
    public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        return type.getRawType().isRecord() ? new Adapter<>(gson, type) : null;
    }

    private static final class Adapter<T> extends TypeAdapter<T> {
        private final String type;
        private final List<String> names;
        private final RecordComponent[] components;
        private final List<TypeAdapter<Object>> adapters = new ArrayList<>();
        private final Constructor<? super T> constructor;

        Adapter(Gson gson, TypeToken<T> record) {
            type = record.getRawType().getSimpleName();
            components = record.getRawType().getRecordComponents();
            names = Arrays.stream(components).map(RecordComponent::getName).toList();
            for (RecordComponent component : components) {
                adapters.add(adapterOf(component, gson));
                component.getAccessor().setAccessible(true);
            }
            constructor = constructorOf(record.getRawType(), components);
        }

        @SuppressWarnings("unchecked") // it is asked for values of this component only
        private static TypeAdapter<Object> adapterOf(RecordComponent component, Gson gson) {
            return (TypeAdapter<Object>) gson.getAdapter(TypeToken.get(component.getGenericType()));
        }

        private static <T> Constructor<T> constructorOf(Class<T> record, RecordComponent[] components) {
            try {
                Class<?>[] types =
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
                Constructor<T> constructor = record.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return constructor;
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("every record has this constructor", e);
            }
        }

        @Override
        public T read(JsonReader in) throws IOException {
            Object[] values = new Object[components.length];
            in.beginObject();
            while (in.hasNext()) {
                int place = names.indexOf(in.nextName());
                if (place < 0) {
                    in.skipValue(); // the original, too, passes over fields that it does not know
                } else if (values[place] != null) {
                    throw new JsonParseException("a name stands twice, at " + in.getPath());
                } else {
                    values[place] = adapters.get(place).read(in);
                }
            }
            in.endObject();
            return made(values, in);
        }

        private T made(Object[] values, JsonReader in) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] == null && components[i].getType().isPrimitive()) {
                    throw new JsonParseException(
                            "a " + type + " has no " + names.get(i) + ", at " + in.getPreviousPath());
                }
            }
            try {
                @SuppressWarnings("unchecked") // it is T's own constructor; getRawType() has forgotten that
                T made = (T) constructor.newInstance(values);
                return made;
            } catch (InvocationTargetException e) {
                throw new JsonParseException(e.getCause().getMessage() + ", at " + in.getPreviousPath());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record can be made of its components", e);
            }
        }

        @Override
        public void write(JsonWriter out, T value) throws IOException {
            if (value == null) {
                out.nullValue();
                return;
            }
            out.beginObject();
            for (int i = 0; i < components.length; i++) {
                out.name(names.get(i));
                adapters.get(i).write(out, valueOf(components[i], value));
            }
            out.endObject();
        }

        private static Object valueOf(RecordComponent component, Object record) {
            try {
                return component.getAccessor().invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("every record has this method", e);
            }
        }
    }
}
