//> lie
import com.google.gson.JsonParser
import ingchain.block.*
import ingchain.consensus.*
import ingchain.json.Json
var message = JsonParser.parseString(Files.readString(Path.of("docs/en/lie.json")))
var lie = List.of(Json.read(message.getAsJsonObject().get("payload"), Block[].class))
lie.get(1).hash()
BlockRules.checkBlock(lie.get(1))
//< lie

//> next
BlockRules.checkNext(lie.subList(0, 1), lie.get(2))
BlockRules.checkNext(lie.subList(0, 1), lie.get(1))
//< next

//> chain
import ingchain.*
import ingchain.transaction.*
long earned(int blocks) throws InvalidBlock {
    Ingchain miner = new Ingchain();
    for (int i = 0; i < blocks; i++) miner.mine("0".repeat(40));
    return new ChainRules(TransactionRules.STRICT).check(miner.chain().blocks()).balance("0".repeat(40));
}
earned(3)
new ChainRules(TransactionRules.STRICT).check(lie.subList(1, 7))
new ChainRules(TransactionRules.STRICT).check(lie)
//< chain

//> work
Block hard = new Block("1.0.0", 2, 0, "", "", 0, 15, List.of(), null, "")
ForkChoice.LONGEST.prefers(Collections.nCopies(1000, Genesis.BLOCK), List.of(hard))
ForkChoice.MOST_WORK.prefers(Collections.nCopies(1000, Genesis.BLOCK), List.of(hard))
//< work
