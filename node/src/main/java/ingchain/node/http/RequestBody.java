package ingchain.node.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import ingchain.json.Json;
import ingchain.json.MalformedJson;
import ingchain.wallet.Account;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;

/** The JSON object that came with a request, and sentences for whoever sent something else. */
final class RequestBody {
    private final JsonObject fields;
    private final String example;

    private RequestBody(JsonObject fields, String example) {
        this.fields = fields;
        this.example = example;
    }

    /**
     * @param example what a right body looks like
     * @throws BadRequestResponse where it is no JSON object
     */
    static RequestBody of(Context request, String example) {
        String text = new String(request.bodyAsBytes(), StandardCharsets.UTF_8);
        try {
            return new RequestBody(Json.read(text, JsonObject.class), example);
        } catch (MalformedJson e) {
            throw new BadRequestResponse("The body is no JSON object. Send one like " + example + ".");
        }
    }

    /** A field that is an account. */
    String account(String name) {
        JsonElement field = fields.get(name);
        if (isText(field) && Account.isValid(field.getAsString())) {
            return field.getAsString();
        }
        throw wrong(name, "an account, which is a text of 40 lower-case hexadecimal digits");
    }

    /** A field that is a text. */
    String text(String name) {
        JsonElement field = fields.get(name);
        if (isText(field) && !field.getAsString().isBlank()) {
            return field.getAsString();
        }
        throw wrong(name, "a text");
    }

    /** A field that is a whole number in a range. */
    long number(String name, long least, long most) {
        try {
            // From text: out of a tree that was read before, Gson would take 1.5 for 1.
            long number = Json.read(String.valueOf(fields.get(name)), Long.TYPE);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (MalformedJson e) {
            // the sentence below says it
        }
        throw wrong(name, "a whole number from " + least + " to " + most);
    }

    /** A field that is an object. */
    RequestBody object(String name) {
        if (fields.get(name) instanceof JsonObject object) {
            return new RequestBody(object, example);
        }
        throw wrong(name, "an object");
    }

    boolean has(String name) {
        return fields.has(name);
    }

    private static boolean isText(JsonElement field) {
        return field != null
                && field.isJsonPrimitive()
                && field.getAsJsonPrimitive().isString();
    }

    private BadRequestResponse wrong(String name, String wanted) {
        String problem = fields.has(name) ? "is not " : "is missing; it is ";
        return new BadRequestResponse(
                "The field \"" + name + "\" " + problem + wanted + ". Send a body like " + example + ".");
    }
}
