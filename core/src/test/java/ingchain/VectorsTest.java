package ingchain;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import ingchain.block.Block;
import ingchain.block.Difficulty;
import ingchain.block.Genesis;
import ingchain.block.ProofOfWork;
import ingchain.chain.Chain;
import ingchain.crypto.MerkleRoot;
import ingchain.crypto.Sha256;
import ingchain.json.Json;
import ingchain.transaction.Receipt;
import ingchain.transaction.Transaction;
import ingchain.transaction.TransactionRules;
import ingchain.transaction.UnspentOutput;
import ingchain.wallet.Account;
import ingchain.wallet.DigitalSignature;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("what the original program produced")
class VectorsTest {
    private final List<Block> chain = Vectors.chain();

    @Test
    @DisplayName("the genesis block is the original's")
    void genesis() {
        assertThat(chain.get(0)).isEqualTo(Genesis.BLOCK);
        assertThat(Genesis.BLOCK.computeHash()).isEqualTo(Genesis.BLOCK.hash());
    }

    @Test
    @DisplayName("all 43 blocks state the hash that we compute")
    void blockHashes() {
        assertThat(chain)
                .hasSize(43)
                .allSatisfy(block -> assertThat(block.computeHash()).isEqualTo(block.hash()));
    }

    @Test
    @DisplayName("all blocks after genesis state the merkle root that we compute")
    void merkleRoots() {
        assertThat(chain.subList(1, 43))
                .allSatisfy(block -> assertThat(block.computeMerkleRoot()).isEqualTo(block.merkleRoot()));
    }

    @Test
    @DisplayName("all transactions state the hash that we compute")
    void transactionHashes() {
        List<Transaction> transactions =
                chain.stream().flatMap(block -> block.transactions().stream()).toList();
        assertThat(transactions)
                .hasSize(42 + 4)
                .allSatisfy(transaction -> assertThat(transaction.computeHash()).isEqualTo(transaction.hash()));
        for (Block block : chain.subList(1, 43)) {
            Transaction coinbase = block.transactions().get(0);
            String miner = coinbase.txOuts().get(0).account();
            assertThat(Transaction.coinbase(miner, block.height())).isEqualTo(coinbase);
        }
    }

    @Test
    @DisplayName("each block shows the work of its difficulty, and states the difficulty that the rule gives")
    void difficultyAlongTheChain() {
        for (int i = 1; i < chain.size(); i++) {
            Block block = chain.get(i);
            assertThat(ProofOfWork.meets(block.hash(), block.difficulty())).isTrue();
            assertThat(Difficulty.expected(chain.subList(0, i), block.timestamp()))
                    .as("block %d", block.height())
                    .isEqualTo(block.difficulty());
        }
    }

    @Test
    @DisplayName("the difficulty rule gives what the original's gives, case by case")
    void difficultyCases() {
        assertThat(Vectors.list("difficulty")).hasSize(11).allSatisfy(c -> {
            Block adjustment =
                    adjustment(c.get("adjTime").getAsLong(), c.get("difficulty").getAsInt());
            assertThat(Difficulty.of(
                            c.get("height").getAsInt(), c.get("currentTime").getAsLong(), adjustment))
                    .as("%s", c)
                    .isEqualTo(c.get("expected").getAsInt());
        });
    }

    private static Block adjustment(long timestamp, int difficulty) {
        return new Block("1.0.0", 10, timestamp, "", "", 0, difficulty, List.of(), null, "");
    }

    @Test
    @DisplayName("the merkle root of 1 to 9 and 13 leaves is the original's")
    void merkleCases() {
        int cases = 0;
        for (JsonObject c : Vectors.list("merkle")) {
            if (c.has("leaves")) {
                List<String> leaves = c.getAsJsonArray("leaves").asList().stream()
                        .map(JsonElement::getAsString)
                        .toList();
                assertThat(MerkleRoot.of(leaves)).isEqualTo(c.get("root").getAsString());
                cases++;
            } else {
                assertThat(Sha256.hex(c.get("text").getAsString()).toUpperCase(Locale.ROOT))
                        .isEqualTo(c.get("root").getAsString());
            }
        }
        assertThat(cases).isEqualTo(10);
    }

    @Test
    @DisplayName("a hash has as many leading zero bits as its binary digits show")
    void hashToBinary() {
        JsonObject c = Vectors.part("hashToBinary").getAsJsonObject();
        int zeros = c.get("binary").getAsString().indexOf('1');
        assertThat(ProofOfWork.leadingZeroBits(c.get("hash").getAsString())).isEqualTo(zeros);
    }

    @Test
    @DisplayName("a private key gives the original's public key and account")
    void accounts() {
        assertThat(Vectors.list("accounts")).hasSize(3).allSatisfy(c -> {
            Account account = Vectors.read(c, Account.class);
            assertThat(DigitalSignature.accountOf(account.privateKey())).isEqualTo(account);
        });
    }

    @Test
    @DisplayName("a receipt has the original's hash, its signature holds, and signing gives the very same signature")
    void receipts() {
        List<JsonObject> receipts = Vectors.list("receipts");
        List<JsonElement> hashes =
                Vectors.part("receiptHashes").getAsJsonArray().asList();
        assertThat(receipts).hasSize(4);
        for (int i = 0; i < receipts.size(); i++) {
            Receipt receipt = Vectors.read(receipts.get(i), Receipt.class);
            assertThat(receipt.hash()).isEqualTo(hashes.get(i).getAsString());
            assertThat(DigitalSignature.verify(receipt)).isTrue();
            assertThat(DigitalSignature.sign(payerOf(receipt), receipt.received(), receipt.amount()))
                    .isEqualTo(receipt);
        }
    }

    private static Account payerOf(Receipt receipt) {
        return Vectors.list("accounts").stream()
                .map(c -> Vectors.read(c, Account.class))
                .filter(account -> account.account().equals(receipt.sender().account()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("the unspent outputs, in their order, and the balances after block 43 are the original's")
    void unspentOutputs() throws Exception {
        Chain ours = new Chain(TransactionRules.ORIGINAL);
        for (Block block : chain.subList(1, 43)) {
            ours.append(block);
        }
        List<UnspentOutput> expected = Vectors.list("utxo").stream()
                .map(c -> Vectors.read(c, UnspentOutput.class))
                .toList();
        assertThat(ours.unspentOutputs().all()).hasSize(44).isEqualTo(expected);
        JsonObject balances = Vectors.part("balances").getAsJsonObject();
        assertThat(balances.size()).isEqualTo(3);
        for (String account : balances.keySet()) {
            assertThat(ours.balance(account)).isEqualTo(balances.get(account).getAsLong());
        }
    }

    @Test
    @DisplayName("a block that we read and write again is the original's text, letter for letter")
    void sameText() {
        List<JsonElement> originals = Vectors.part("chain").getAsJsonArray().asList();
        for (int i = 0; i < chain.size(); i++) {
            assertThat(Json.write(chain.get(i))).isEqualTo(originals.get(i).toString());
        }
    }
}
