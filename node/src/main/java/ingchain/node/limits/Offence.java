package ingchain.node.limits;

/** A peer broke a rule; it is dropped. */
public final class Offence extends Exception {
    private final Rule rule;

    /** @param detail what it did, for a person */
    public Offence(Rule rule, String detail) {
        super(detail);
        this.rule = rule;
    }

    /** Which rule. */
    public Rule rule() {
        return rule;
    }
}
