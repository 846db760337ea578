package ingchain.consensus;

/**
 * What must never happen and has happened.
 *
 * @param causeId the kind of mistake, a key of causes.properties
 * @param sentence for a person
 */
record Fault(String causeId, String sentence) {}
