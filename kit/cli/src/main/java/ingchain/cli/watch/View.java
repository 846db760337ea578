package ingchain.cli.watch;

import java.util.List;

/**
 * What is to be seen at one moment. All texts may hold escape sequences for colour.
 *
 * @param subject what it is about: where that changes, the body is shown from its top
 * @param header what stays at the top
 * @param body what may be longer than the screen
 * @param selected the line of the body that must be seen; -1 for none in particular
 * @param footer what stays at the bottom: the keys
 * @param brief the whole in one line, where it will be over in a moment; null where it is here to stay
 */
record View(Object subject, List<String> header, List<String> body, int selected, String footer, String brief) {}
