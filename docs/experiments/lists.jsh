//> one
var peers = new ArrayList<>(List.of("A", "B", "C"))
for (String peer : peers) peers.remove(peer);
//< one
