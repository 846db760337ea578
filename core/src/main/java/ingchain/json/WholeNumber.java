package ingchain.json;

import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;

/** Reads whole numbers strictly: no text that looks like one, no fraction, nothing out of range. */
final class WholeNumber {
    private WholeNumber() {}

    static long read(JsonReader in) throws IOException {
        if (in.peek() != JsonToken.NUMBER) {
            throw new JsonParseException("a number is missing at " + in.getPath());
        }
        String digits = in.nextString(); // nextLong() of a JSON tree would cut off what is too much, without a word
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new JsonParseException("not a whole number, or too large a one, at " + in.getPreviousPath());
        }
    }

    static int readInt(JsonReader in) throws IOException {
        long number = read(in);
        if (number != (int) number) {
            throw new JsonParseException("too large a number at " + in.getPreviousPath());
        }
        return (int) number;
    }

    static final class OfLong extends TypeAdapter<Long> {
        @Override
        public Long read(JsonReader in) throws IOException {
            return WholeNumber.read(in);
        }

        @Override
        public void write(JsonWriter out, Long value) throws IOException {
            out.value(value);
        }
    }

    static final class OfInt extends TypeAdapter<Integer> {
        @Override
        public Integer read(JsonReader in) throws IOException {
            return readInt(in);
        }

        @Override
        public void write(JsonWriter out, Integer value) throws IOException {
            out.value(value);
        }
    }
}
