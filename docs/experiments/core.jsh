//> imports
import ingchain.*
import ingchain.block.*
import ingchain.chain.*
import ingchain.crypto.*
import ingchain.transaction.*
import ingchain.wallet.*
//< imports

//> hash
Sha256.hex("hello")
Sha256.hex("hellp")
//< hash

//> block
Block genesis = Genesis.BLOCK
genesis.text()
genesis.headerText()
genesis.computeHash()
genesis.hash().equals(genesis.computeHash())
//< block

//> work
Block block = genesis.withNonce(1)
block.hash()
ProofOfWork.leadingZeroBits(block.hash())
//< work

//> search
long good(int difficulty) {
    return LongStream.range(0, 1 << 18)
            .filter(nonce -> ProofOfWork.meets(genesis.withNonce(nonce).hash(), difficulty))
            .count();
}
good(0)
good(1)
good(4)
good(8)
good(16)
//< search

//> difficulty
Block twenty = new Block("1.0.0", 20, 0, "", "", 0, 5, List.of(), null, "")
for (int seconds : List.of(1, 2, 3, 6, 12, 13)) {
    System.out.println(seconds + " s: " + Difficulty.of(30, seconds * 1000, twenty));
}
//< difficulty

//> merkle
MerkleRoot.of(List.of(Sha256.hex("a"), Sha256.hex("b"), Sha256.hex("c")))
MerkleRoot.of(List.of(Sha256.hex("a"), Sha256.hex("c"), Sha256.hex("b")))
//< merkle

//> keys
Account alice = DigitalSignature.accountOf("a".repeat(64))
Account bob = DigitalSignature.accountOf("b".repeat(64))
alice.publicKey()
alice.account()
//< keys

//> sign
Receipt order = DigitalSignature.sign(alice, bob.account(), 20)
DigitalSignature.verify(order)
DigitalSignature.verify(new Receipt(order.sender(), order.received(), 2000, order.signature()))
//< sign

//> node
var clock = java.time.Clock.fixed(java.time.Instant.ofEpochSecond(1_800_000_000), java.time.ZoneOffset.UTC)
var wallet = new Wallet(new DigitalSignature(new java.security.SecureRandom()))
wallet.add(alice)
var node = new Ingchain(new Chain(), wallet, new Miner(clock, 1))
//< node

//> coins
Block second = node.mine(alice.account())
second.transactions()
node.chain().unspentOf(alice.account())
//< coins

//> pay
Transaction transfer = node.send(order)
transfer.txOuts()
node.balance(bob.account())
Block third = node.mine(alice.account())
node.balance(bob.account())
node.chain().unspentOf(alice.account())
node.send(DigitalSignature.sign(alice, bob.account(), 1000))
//< pay

//> chain
List<Block> now = node.chain().blocks()
for (Block b : now) {
    System.out.println(b.height() + " " + b.hash().substring(0, 8) + " stands on " + b.previousHash().substring(0, 8));
}
node.chain().append(second)
node.mine(bob.account()).height()
now.size()
//< chain

//> tamper
Transaction richer = Transaction.of(transfer.txIns(), List.of(new TxOut(bob.account(), 50)))
String root = MerkleRoot.of(List.of(third.transactions().get(0).hash(), richer.hash()))
root.equals(third.merkleRoot())
//< tamper
