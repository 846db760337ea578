package ingchain.node.storage;

import ingchain.json.Json;
import ingchain.json.MalformedJson;
import ingchain.node.chain.StorageFailure;
import ingchain.wallet.Account;
import ingchain.wallet.Wallet;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.IntegerDataType;
import org.h2.mvstore.type.StringDataType;

/** The file with the keys, in the order in which they were made. They are not encrypted: whoever reads it can pay. */
final class StoredWallet {
    static final String FILE = "wallet.mv";

    private final MVStore store;
    private final MVMap<Integer, String> accounts;

    private StoredWallet(MVStore store) {
        this.store = store;
        this.accounts = accountsOf(store);
    }

    private static MVMap<Integer, String> accountsOf(MVStore store) {
        return store.openMap(
                "accounts",
                new MVMap.Builder<Integer, String>()
                        .keyType(IntegerDataType.INSTANCE)
                        .valueType(StringDataType.INSTANCE));
    }

    /**
     * Reads the stored keys into a wallet, and opens the file for more.
     *
     * @throws StorageFailure where the file is damaged: it stays as it is
     */
    static StoredWallet open(Path folder, Wallet wallet) {
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            int whole = 0;
            try (MVStore store = StoreFile.openToRead(file)) {
                for (String account : accountsOf(store).values()) {
                    wallet.add(Json.read(account, Account.class));
                    whole++;
                }
            } catch (MVStoreException | IllegalArgumentException | MalformedJson e) {
                throw new StorageFailure(
                        "The file " + file + " is damaged: " + whole + " keys can be read. Nothing was changed."
                                + " Take a copy of it before anything else. The chain is in another file, "
                                + StoredChain.FILE + ", and is not affected: move it to a new folder, start with"
                                + " that folder, and put the copy in once somebody has repaired it.",
                        e);
            }
        }
        return new StoredWallet(StoreFile.openToWrite(file));
    }

    /** Keeps a key. When this returns, it is on the disk. */
    synchronized void add(Account account) {
        try {
            accounts.put(accounts.size() + 1, Json.write(account));
            store.commit();
            store.sync();
        } catch (MVStoreException e) {
            throw new StorageFailure("The new key could not be stored, so do not use it.", e);
        }
    }

    synchronized void close() {
        store.close();
    }
}
