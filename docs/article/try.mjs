// Starts node.mjs, sends it something, and tells what became of it: `node try.mjs glued`. Without a name, it tells
// which there are.
import { spawn } from "node:child_process";
import { once } from "node:events";
import net from "node:net";
import { fileURLToPath } from "node:url";

const ASK = '{"type":"latestBlock","payload":{}}';
const TRIALS = {
  glued: () => send(ASK + ASK),
  split: () => send('{"type":"latest', 'Block","payload":{}}'),
  constructor: () => send('{"type":"constructor","payload":{}}'),
  handler: () => send('{"type":"handler","payload":{}}'),
  nothing: () => send('{"type":"nothing","payload":{}}'),
  toString: () => send('{"type":"toString","payload":{}}'),
  behind: () => send('{"type":"allBlock","payload":{"height":3,"timestamp":3}}', ASK),
  forged: () => send('{"type":"allBlock","payload":{"height":2,"timestamp":2,"hash":"any"}}', ASK),
  refused: () => outcome(start(1)), // nobody listens on port 1
};

function start(...args) {
  const node = spawn(process.execPath, [fileURLToPath(new URL("node.mjs", import.meta.url)), ...args]);
  node.complaint = "";
  node.stderr.on("data", (data) => (node.complaint += data));
  return node;
}

/** Sends each text on its own, and waits until the node has answered it, ended, or taken it in silence. */
async function send(...texts) {
  const node = start();
  const [port] = await once(node.stdout, "data");
  const socket = net.connect(Number(port), "127.0.0.1");
  socket.on("error", () => {});
  await once(socket, "connect");
  for (const text of texts) {
    console.log("a peer sends   " + text);
    socket.write(text);
    const silence = new AbortController();
    const answer = once(socket, "data", silence).then(([data]) => "it answers     " + data);
    const end = once(node, "exit", silence).then(() => null);
    const nothing = new Promise((done) => setTimeout(done, 1000, "it says nothing"));
    const said = await Promise.race([answer, end, nothing]);
    silence.abort();
    await Promise.allSettled([answer, end]);
    if (said === null || node.exitCode !== null) {
      return outcome(node);
    }
    console.log(said);
  }
  node.kill();
}

async function outcome(node) {
  if (node.exitCode === null) {
    await once(node, "exit");
  }
  const error = node.complaint.split("\n").find((line) => /^\w*Error: /.test(line.trim())) ?? "";
  console.log("it has ended   " + error.trim().replace(/ \(line .*/, ""));
}

const trial = Object.hasOwn(TRIALS, process.argv[2] ?? "") ? TRIALS[process.argv[2]] : null;
if (trial) {
  await trial();
  process.exit(0);
}
console.log("There are: " + Object.keys(TRIALS).join(", "));
process.exit(2);
