package ingchain.node.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ingchain.block.Block;
import ingchain.node.Branch;
import ingchain.node.Node;
import ingchain.node.NodeSettings;
import ingchain.node.chain.StorageFailure;
import ingchain.wallet.Account;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A node with a data folder")
class StorageTest {
    @TempDir
    private Path temp;

    private Path folder() {
        return temp.resolve("data");
    }

    private Node start() {
        return new Node(NodeSettings.DEFAULT.in(folder()));
    }

    private List<Block> storeChain(int height) {
        try (Node node = start()) {
            Branch.grow(node.ingchain(), Branch.ofHeight(height, 0));
            return node.blocks();
        }
    }

    @Test
    @DisplayName("comes up with the chain, the balances and the keys that it had")
    void comesUpAgain() throws Exception {
        Account account;
        List<Block> blocks;
        try (Node node = start()) {
            account = node.createAccount();
            node.mine(account.account());
            node.send(node.ingchain().wallet().sign(account.account(), "d".repeat(40), 20));
            node.mine(account.account());
            blocks = node.blocks();
        }
        try (Node node = start()) {
            assertThat(node.blocks()).isEqualTo(blocks).hasSize(3);
            assertThat(node.ingchain().balance(account.account())).isEqualTo(80);
            assertThat(node.ingchain().balance("d".repeat(40))).isEqualTo(20);
            assertThat(node.ingchain().wallet().accounts()).containsExactly(account);
            node.send(node.ingchain().wallet().sign(account.account(), "d".repeat(40), 30));
            assertThat(node.mine(account.account()).transactions()).hasSize(2);
        }
    }

    @Test
    @DisplayName("has stored every block that it shows, even where it is never closed")
    void storedBeforeShown() {
        Node killed = start();
        Branch.mine(killed);
        Block shown = killed.tip();
        Path copy = temp.resolve("copy");
        copyTo(copy); // what another process would find after a SIGKILL
        killed.close();
        try (Node node = new Node(NodeSettings.DEFAULT.in(copy))) {
            assertThat(node.tip()).isEqualTo(shown);
        }
    }

    private void copyTo(Path copy) {
        try {
            Files.createDirectory(copy);
            for (String name : List.of(StoredChain.FILE, StoredWallet.FILE)) {
                Files.copy(folder().resolve(name), copy.resolve(name));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("comes up with the branch that won, also where it is shorter than the one before it")
    void storesReorganisation() throws Exception {
        List<Block> longer = Branch.ofHeight(12, 0);
        List<Block> shorter = Branch.onTopOf(longer.subList(0, 5), 9, 1);
        try (Node node = start()) {
            Branch.grow(node.ingchain(), longer);
            assertThat(node.blocks()).hasSize(12);
            Branch.replace(node.ingchain(), shorter);
            assertThat(node.blocks()).hasSize(9);
        }
        try (Node node = start()) {
            assertThat(node.blocks()).isEqualTo(shorter);
        }
    }

    @Test
    @DisplayName("does not share its folder: the second node is told so in a sentence, and the first one goes on")
    void twoNodes() {
        try (Node first = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(StorageFailure.class)
                    .hasMessageContaining("Another node uses the folder " + folder())
                    .hasMessageContaining("--data");
            Branch.mine(first);
            assertThat(first.tip().height()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("whose chain file is damaged says up to which block it is whole, and changes nothing")
    void damagedChain() throws Exception {
        storeChain(40);
        byte[] damaged = damage(
                folder().resolve(StoredChain.FILE),
                Branch.ofHeight(40, 0).get(29).merkleRoot());
        assertThatThrownBy(this::start)
                .isInstanceOf(StorageFailure.class)
                .hasMessageContaining("damaged behind block 29")
                .hasMessageContaining("--salvage")
                .hasMessageContaining("Nothing was changed");
        assertThat(Files.readAllBytes(folder().resolve(StoredChain.FILE))).isEqualTo(damaged);
    }

    @Test
    @DisplayName("salvages the blocks before the damage, and puts the damaged file aside as it is")
    void salvage() throws Exception {
        List<Block> blocks = storeChain(40);
        byte[] damaged =
                damage(folder().resolve(StoredChain.FILE), blocks.get(29).merkleRoot());
        assertThat(Salvage.chain(folder())).contains("up to 29");
        assertThat(Files.readAllBytes(folder().resolve(StoredChain.FILE + ".damaged-1")))
                .isEqualTo(damaged);
        try (Node node = start()) {
            assertThat(node.blocks()).isEqualTo(blocks.subList(0, 29));
        }
        assertThat(Salvage.chain(folder())).contains("is whole");
    }

    /** Changes one letter of a text that stands in a file once. */
    private static byte[] damage(Path file, String text) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int place = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(text);
        assertThat(place).as("the text is in the file").isPositive();
        bytes[place] ^= 1;
        Files.write(file, bytes);
        return bytes;
    }

    @Test
    @DisplayName("whose chain file is no store at all, or cut off, says so in a sentence, and changes nothing")
    void garbage() throws Exception {
        storeChain(40);
        Path file = folder().resolve(StoredChain.FILE);
        byte[] whole = Files.readAllBytes(file);
        for (byte[] bytes : List.of("nonsense".repeat(2000).getBytes(StandardCharsets.UTF_8), new byte[20_000])) {
            Files.write(file, bytes);
            assertThatThrownBy(this::start).isInstanceOf(StorageFailure.class).hasMessageContaining("damaged");
            assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        }
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(0);
            cut.write(whole, 0, 8192);
        }
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(this::start).isInstanceOf(StorageFailure.class).hasMessageContaining("damaged");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    @DisplayName("whose keys are damaged says how many can be read, and changes nothing")
    void damagedWallet() throws Exception {
        String key;
        try (Node node = start()) {
            node.createAccount();
            key = node.createAccount().privateKey();
        }
        Path file = folder().resolve(StoredWallet.FILE);
        Files.write(file, new byte[8192]);
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(this::start)
                .isInstanceOf(StorageFailure.class)
                .hasMessageContaining(StoredWallet.FILE)
                .hasMessageNotContaining(key);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    @DisplayName("checks a chain again that other code or rules let pass, and refuses one that breaks these")
    void checkedByOthers() throws Exception {
        List<Block> blocks = Branch.ofHeight(5, 0);
        Files.createDirectories(folder());
        StoredChain.write(folder().resolve(StoredChain.FILE), blocks); // states nobody who checked it
        try (Node node = start()) {
            assertThat(node.blocks()).isEqualTo(blocks);
        }
        Block forged = blocks.get(4).withNonce(12345).withHash("0".repeat(64));
        Files.delete(folder().resolve(StoredChain.FILE));
        StoredChain.write(
                folder().resolve(StoredChain.FILE),
                List.of(blocks.get(0), blocks.get(1), blocks.get(2), blocks.get(3), forged));
        byte[] before = Files.readAllBytes(folder().resolve(StoredChain.FILE));
        assertThatThrownBy(this::start)
                .isInstanceOf(StorageFailure.class)
                .hasMessageContaining("block 5 is not valid")
                .hasMessageContaining("Nothing was changed");
        assertThat(Files.readAllBytes(folder().resolve(StoredChain.FILE))).isEqualTo(before);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there, an access control list takes the place of these bits")
    @DisplayName("keeps its keys in a file that its owner alone can read, in a folder that its owner alone can enter")
    void ownerOnly() throws Exception {
        storeChain(2);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve(StoredWallet.FILE))))
                .isEqualTo("rw-------");
    }

    @Test
    @DisplayName("says in a sentence that its folder cannot be made")
    void folderIsAFile() throws Exception {
        Files.writeString(folder(), "in the way");
        assertThatThrownBy(this::start)
                .isInstanceOf(StorageFailure.class)
                .hasMessageContaining("--data")
                .hasMessageContaining(folder().toString());
    }
}
