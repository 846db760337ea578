package ingchain.cli;

import ingchain.cli.kit.Home;
import ingchain.cli.text.Terminal;

/**
 * What every command works with.
 *
 * @param home the kit's folder
 * @param terminal where it writes
 */
record Kit(Home home, Terminal terminal) {}
