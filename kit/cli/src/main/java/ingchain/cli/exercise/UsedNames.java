package ingchain.cli.exercise;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that a piece of Java uses: in its code and in the references of its Javadoc, not in other comments or
 * texts.
 */
final class UsedNames {
    /** Alternatives in the order in which they must be tried; a text block before a string. */
    private static final Pattern PIECE = Pattern.compile("""
            (?<javadoc>/\\*\\*(?s:.*?)\\*/)\
            |/\\*(?s:.*?)\\*/\
            |//[^\\n]*\
            |\"""(?s:.*?)(?<!\\\\)\"""\
            |"[^"\\\\\\n]*(?:\\\\.[^"\\\\\\n]*)*"\
            |'(?:\\\\.|[^'\\\\\\n])+'\
            |(?<name>\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)""");

    private static final Pattern REFERENCE =
            Pattern.compile("\\{@(?:link|linkplain|value)\\s+([^}]*)}|@(?:see|throws|exception)\\s+(\\S+)");
    private static final Pattern NAME = Pattern.compile("\\w+");

    private UsedNames() {}

    static Set<String> in(String code) {
        Set<String> names = new HashSet<>();
        Matcher pieces = PIECE.matcher(code);
        while (pieces.find()) {
            if (pieces.group("name") != null) {
                names.add(pieces.group("name"));
            } else if (pieces.group("javadoc") != null) {
                addReferences(pieces.group("javadoc"), names);
            }
        }
        return names;
    }

    private static void addReferences(String javadoc, Set<String> names) {
        Matcher references = REFERENCE.matcher(javadoc);
        while (references.find()) {
            String reference = references.group(1) != null ? references.group(1) : references.group(2);
            NAME.matcher(reference).results().forEach(name -> names.add(name.group()));
        }
    }
}
