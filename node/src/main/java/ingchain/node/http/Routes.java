package ingchain.node.http;

import ingchain.block.Block;
import ingchain.node.Node;
import ingchain.program.HostPort;
import ingchain.transaction.InvalidTransaction;
import ingchain.transaction.Receipt;
import ingchain.wallet.Account;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadGatewayResponse;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.UnprocessableContentResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What can be asked of a node over HTTP. The first six are the course's, the others are ours. */
final class Routes {
    /** All of them, for whoever asked for something else. */
    static final String ALL =
            "GET /, PUT /accounts, GET /accounts, POST /mineBlock, POST /getBalance, POST /transaction, "
                    + "GET /chain, GET /chain/latest, GET /peers, POST /peers, GET /events, GET /metrics and GET /health";

    /** Blocks in an answer to GET /chain where the request does not say. */
    static final int DEFAULT_LIMIT = 100;

    /** Blocks in an answer to GET /chain at the most: about 600 KB. Ask again from where it ended for more. */
    static final int MAX_LIMIT = 1_000;

    /** The most coins that anybody can be paid, as in the original: JavaScript's largest exact number. */
    private static final long MAX_AMOUNT = (1L << 53) - 1;

    private static final String ACCOUNT_BODY = "{\"account\": \"40 hexadecimal digits\"}";
    private static final String PEER_BODY = "{\"host\": \"127.0.0.1\", \"port\": 8555}";
    private static final String RECEIPT_BODY =
            "{\"receipt\": {\"sender\": {\"account\": \"...\", \"publicKey\": \"...\"}, "
                    + "\"received\": \"an account\", \"amount\": 10, \"signature\": \"...\"}}";

    private final Node node;

    Routes(Node node) {
        this.node = node;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/", request -> request.result("hello ingchain"));
        routes.put("/accounts", request -> request.json(node.createAccount()));
        routes.get("/accounts", this::accounts);
        routes.post("/mineBlock", this::mineBlock);
        routes.post("/getBalance", this::getBalance);
        routes.post("/transaction", this::transaction);
        routes.get("/chain", this::chain);
        routes.get("/chain/latest", request -> request.json(node.stored().tip()));
        routes.get("/peers", request -> request.json(node.peers()));
        routes.post("/peers", this::addPeer);
    }

    /** Lists the wallet's accounts. The private keys are told once, to the one who makes an account. */
    private void accounts(Context request) {
        request.json(node.ingchain().wallet().accounts().stream()
                .map(account -> new Receipt.Sender(account.account(), account.publicKey()))
                .toList());
    }

    private void mineBlock(Context request) {
        String account = RequestBody.of(request, ACCOUNT_BODY).account("account");
        request.json(node.mine(account));
    }

    private void getBalance(Context request) {
        String account = RequestBody.of(request, ACCOUNT_BODY).account("account");
        request.json(Map.of("balance", node.ingchain().balance(account)));
    }

    /** A receipt without a signature is signed here, if the sender's key is in this wallet. */
    private void transaction(Context request) {
        RequestBody receipt = RequestBody.of(request, RECEIPT_BODY).object("receipt");
        RequestBody sender = receipt.object("sender");
        String payer = sender.account("account");
        String received = receipt.account("received");
        long amount = receipt.number("amount", 1, MAX_AMOUNT);
        try {
            Receipt signed = receipt.has("signature")
                    ? new Receipt(
                            new Receipt.Sender(payer, sender.text("publicKey")),
                            received,
                            amount,
                            receipt.text("signature"))
                    : sign(payer, received, amount);
            request.json(Map.of("transaction", node.send(signed)));
        } catch (InvalidTransaction e) {
            throw new UnprocessableContentResponse("This payment cannot be made: " + e.getMessage() + ".");
        }
    }

    private Receipt sign(String payer, String received, long amount) {
        if (node.ingchain().wallet().accounts().stream().map(Account::account).noneMatch(payer::equals)) {
            throw new UnprocessableContentResponse("The receipt has no signature, and this node has no key of account "
                    + payer + " to sign with. Sign it, or pay from an account of GET /accounts.");
        }
        return node.ingchain().wallet().sign(payer, received, amount);
    }

    private void chain(Context request) {
        int from = number(request, "from", 1, Integer.MAX_VALUE);
        int limit = number(request, "limit", DEFAULT_LIMIT, MAX_LIMIT);
        List<Block> blocks = node.stored().blocks();
        int first = Math.min(from - 1, blocks.size());
        request.json(blocks.subList(first, Math.min(first + limit, blocks.size())));
    }

    private static int number(Context request, String name, int otherwise, int most) {
        String text = request.queryParam(name);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the sentence below says it
        }
        throw new BadRequestResponse("\"" + name + "\" is a whole number from 1 to " + most + ", not " + text + ".");
    }

    private void addPeer(Context request) {
        RequestBody body = RequestBody.of(request, PEER_BODY);
        HostPort peer = new HostPort(body.text("host"), (int) body.number("port", 1, 65_535));
        try {
            node.dial(peer);
        } catch (IOException e) {
            throw new BadGatewayResponse("No peer answers at " + peer + ". Start one there, or correct host and port.");
        }
        request.json(Map.of("address", peer.toString()));
    }
}
