package ingchain.node.storage;

import ingchain.chain.Chain;
import ingchain.node.chain.ChainStore;
import ingchain.node.chain.StorageFailure;
import ingchain.wallet.Account;
import ingchain.wallet.Wallet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The folder in which a node keeps what must outlive the process. Only one node at a time can have it. */
public final class DataFolder implements AutoCloseable {
    private final StoredChain chain;
    private final StoredWallet wallet;

    /**
     * Opens a folder, makes it where it is missing, and reads what is in it.
     *
     * @param chain of the genesis block alone; gets the stored blocks
     * @param wallet gets the stored keys
     * @throws StorageFailure where that cannot be done: nothing was changed then
     */
    public DataFolder(Path folder, Chain chain, Wallet wallet) {
        try {
            OwnerOnly.folder(folder);
        } catch (IOException e) {
            throw new StorageFailure(
                    "Cannot make the folder " + folder + " (" + e.getMessage() + "). Choose another with --data.", e);
        }
        StoredWallet keys = StoredWallet.open(folder, wallet);
        try {
            this.chain = StoredChain.open(folder, chain);
        } catch (RuntimeException e) {
            keys.close();
            throw e;
        }
        this.wallet = keys;
    }

    /** Where changes of the chain go. */
    public ChainStore chain() {
        return chain;
    }

    /**
     * Keeps a key. When this returns, it is on the disk.
     *
     * @throws StorageFailure where that cannot be done
     */
    public void keep(Account account) {
        wallet.add(account);
    }

    /** The peers that were reached, with the time of that in milliseconds. What changes in it is kept at leisure. */
    public Map<String, Long> peers() {
        return chain.peers();
    }

    @Override
    public void close() {
        chain.close();
        wallet.close();
    }
}
