package ingchain.cli.check;

import java.util.regex.Pattern;

/** Tells where a checkpoint and a student's code do not fit together any more, which Java notices only when it runs. */
final class Misfit {
    private static final Pattern ERRORS = Pattern.compile(
            "\\b(NoSuchMethodError|NoSuchFieldError|NoClassDefFoundError|ClassNotFoundException|AbstractMethodError"
                    + "|IncompatibleClassChangeError|IllegalAccessError|InstantiationError|VerifyError)\\b");

    private Misfit() {}

    static boolean shows(TestResult test) {
        boolean failed = test.outcome() == Outcome.THREW
                || test.outcome() == Outcome.KIT_FAULT
                || test.outcome() == Outcome.WRONG;
        return failed && ERRORS.matcher(test.sentence() + " " + test.cause()).find();
    }
}
