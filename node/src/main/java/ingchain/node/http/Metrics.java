package ingchain.node.http;

import ingchain.node.Node;
import ingchain.node.limits.Rule;
import ingchain.node.peer.PeerInfo;
import io.javalin.http.Context;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Numbers for Prometheus, in its text format: a line that says what a number is, one that says whether it can fall
 * (gauge) or not (counter), and the number. That is so little that a library would be more to read.
 */
final class Metrics {
    private final StringBuilder text = new StringBuilder();

    private Metrics() {}

    static void answer(Context request, Node node) {
        request.contentType("text/plain; version=0.0.4; charset=utf-8").result(textOf(node));
    }

    private static String textOf(Node node) {
        Metrics metrics = new Metrics();
        metrics.gauge(
                "height", "Height of the latest block.", node.stored().blocks().size());
        metrics.gauge(
                "pool_transfers",
                "Transfers that wait for a block.",
                node.ingchain().pool().size());
        metrics.gauge("known_addresses", "Addresses of peers that are known.", node.knownAddresses());
        Runtime runtime = Runtime.getRuntime();
        metrics.gauge("heap_bytes", "Memory in use.", runtime.totalMemory() - runtime.freeMemory());
        metrics.gauge("healthy", "1 where all that happens is stored.", node.isHealthy() ? 1 : 0);
        Map<String, Long> kinds = new TreeMap<>(Map.of("ingchain", 0L, "original", 0L, "unknown", 0L));
        kinds.putAll(node.peers().stream()
                .map(PeerInfo::kind)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
        metrics.head("peers", "gauge", "Connected peers, by what they run.");
        kinds.forEach((kind, count) -> metrics.line("peers", "kind", kind, count));
        metrics.head("offences_total", "counter", "Peers dropped, by the rule that they broke.");
        Map<Rule, Long> offences = node.offences();
        for (Rule rule : Rule.values()) {
            metrics.line("offences_total", "rule", rule.name(), offences.getOrDefault(rule, 0L));
        }
        return metrics.text.toString();
    }

    private void gauge(String name, String help, long value) {
        head(name, "gauge", help);
        text.append("ingchain_").append(name).append(' ').append(value).append('\n');
    }

    private void head(String name, String type, String help) {
        text.append("# HELP ingchain_").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ingchain_").append(name).append(' ').append(type).append('\n');
    }

    private void line(String name, String label, String value, long number) {
        text.append("ingchain_%s{%s=\"%s\"} %d%n"
                .formatted(name, label, value, number)
                .replace("\r", ""));
    }
}
