// A node that talks as the article's does, and no more than that: enough to see what becomes of it. It is written
// afresh for this page; what it shares with the article is how it takes a message. `node node.mjs [PORT]` listens on
// a free port, and with PORT dials that one.
import net from "node:net";

class Conversation {
  chain = [{ height: 1, timestamp: 1 }];

  // Whatever comes at once is one message, and its type names a method.
  handler(socket, data) {
    const { type, payload } = JSON.parse(data.toString());
    const answer = this[type](payload);
    if (answer) {
      socket.write(answer);
    }
  }

  latestBlock() {
    return JSON.stringify({ type: "allBlock", payload: this.chain.at(-1) });
  }

  allBlock(block) {
    this.hasRightHash(block); // and nobody looks at what it says
    const tip = this.chain.at(-1);
    if (block.height === tip.height + 1 && block.timestamp >= tip.timestamp) {
      this.chain.push(block);
    }
  }

  hasRightHash(block) {
    return block.hash === "the right one";
  }
}

const conversation = new Conversation();

function talk(socket) {
  socket.on("data", (data) => conversation.handler(socket, data));
  socket.on("error", () => socket.destroy());
}

const server = net.createServer(talk).listen(0, "127.0.0.1", () => console.log(server.address().port));
if (process.argv[2]) {
  const socket = net.connect(Number(process.argv[2]), "127.0.0.1", () => talk(socket)); // who hears of a refusal?
}
