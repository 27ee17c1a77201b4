// The command of the TypeScript kernel: tslab's own, with its sockets opened so that no message is lost. Takes tslab's arguments.
//
// tslab 1.0.22 listens before its sockets are bound, and binds them in the background: a request that arrives meanwhile, as after a
// restart, ends the loop that listens, and the kernel never answers again. It also starts a send before the last has ended, which
// zeromq refuses after 512 messages: an output or the news that a cell has ended is then lost. Both ways JupyterLab waits forever.
const { main } = require("tslab/dist/main.js");
const { ZmqServer } = require("tslab/dist/jupyter.js");
const { Router } = require("zeromq");

ZmqServer.prototype.bindSocket = function bindSocket(socket, port) {
  // Without time for waiting and without a limit of what may wait, each message is taken over within the call that sends it.
  socket.sendTimeout = 0;
  socket.sendHighWaterMark = 0;
  // At its end a kernel waits this long (ms) for whoever does not fetch messages; tslab's own may wait for ever.
  socket.linger = 1000;
  // At a restart a page may connect again before its first connection has ended; JupyterLab gives both one identity, and zeromq
  // would hear the first alone: every cell would wait forever.
  if (socket instanceof Router) socket.handover = true;
  const { transport, ip } = this.connInfo;
  socket.bindSync(`${transport}://${ip}:${port}`);
};

const { init } = ZmqServer.prototype;
ZmqServer.prototype.init = function initOrExit() {
  // Without its sockets a kernel would be alive and deaf; Jupyter tells the reader of one that has ended.
  return init.call(this).catch((error) => {
    console.error(`the kernel cannot open its sockets: ${error.message}`);
    process.exit(1);
  });
};

main();
