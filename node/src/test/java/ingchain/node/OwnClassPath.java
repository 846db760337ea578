package ingchain.node;

import java.io.File;

/** The class path of these tests, for nodes in processes of their own. */
public final class OwnClassPath {
    /** Without the empty entries that Maven leaves: Java takes such a one for the working folder. */
    public static final String TEXT =
            System.getProperty("java.class.path").replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);

    private OwnClassPath() {}
}
