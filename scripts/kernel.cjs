// The command of the TypeScript kernel: tslab's own, with its sockets opened so that no message is lost. Takes tslab's arguments.
//
// tslab 1.0.22 listens before its sockets are bound, and binds them in the background: a request that arrives meanwhile, as after a
// restart, ends the loop that listens, and the kernel never answers again. It also starts a send before the last has ended, which
// zeromq refuses after 512 messages: an output or the news that a cell has ended is then lost. Both ways JupyterLab waits forever.
const path = require("node:path");
// Node 22 and later keep what they have compiled, half a second of a start; where the folder cannot be written they do without.
require("node:module").enableCompileCache?.(path.join(__dirname, "..", ".cache", "compiled"));
const { format } = require("node:util");
const { Worker } = require("node:worker_threads");
// Node's own types are most of what the compiler would read at its start and go through in every cell, a second and 70 ms: it gets them
// with the first cell that does not compile without them, or that somebody asks about.
const FEW_TYPES = path.join(__dirname, "console.d.ts");
const NODE_TYPES = require.resolve("@types/node/index.d.ts");
/** Gives the newest compiler Node's types; false if it has them. */
let giveNodeTypes;
// tslab reads a variable of another cell from `exports`, and overlooks it in the short form `{ teacher }`: its compiler gets a step
// that writes the form in full. Its functions cannot be replaced one by one.
const compiler = require.resolve("@tslab/typescript-for-tslab");
const ts = require(compiler);
require.cache[compiler].exports = {
  ...ts,
  createWatchProgram(host) {
    const { afterProgramCreate, rootFiles } = host;
    // tslab reads every package of types that is installed. What a cell imports it finds all the same.
    host.options.types = [];
    host.rootFiles = [...rootFiles, FEW_TYPES];
    // tslab's builder compares each program with the last, to emit what has changed, and emits one file; all that it is asked besides is
    // what that file imports, and which names it declares.
    host.createProgram = ts.createAbstractBuilder;
    host.afterProgramCreate = (builder) => {
      const program = builder.getProgram();
      for (const file of program.getSourceFiles())
        if (!file.isDeclarationFile) ts.bindSourceFile(file, program.getCompilerOptions());
      builder.getAllDependencies = (file) => [...importedBy(program, file)];
      const { emit } = builder;
      const before = [inFull(builder)];
      builder.emit = (file, write, token, declarationsOnly, transformers) =>
        emit(file, write, token, declarationsOnly, { before, ...transformers });
      afterProgramCreate(builder);
    };
    const watch = ts.createWatchProgram(host);
    let roots = rootFiles;
    let types = FEW_TYPES;
    const updateRootFileNames = (files) => {
      roots = files;
      watch.updateRootFileNames([...roots, types]);
    };
    giveNodeTypes = () => {
      if (types === NODE_TYPES) return false;
      types = NODE_TYPES;
      updateRootFileNames(roots);
      return true;
    };
    return { ...watch, updateRootFileNames };
  },
};
/** The names of a file and of all that it imports, themselves or through each other. */
function importedBy(program, file, names = new Set()) {
  if (!file || names.has(file.fileName)) return names;
  names.add(file.fileName);
  file.resolvedModules?.forEach(({ resolvedModule }) => {
    if (resolvedModule)
      importedBy(program, program.getSourceFile(resolvedModule.resolvedFileName), names);
  });
  return names;
}
const converters = require("tslab/dist/converter.js");
const { createConverter } = converters;
converters.createConverter = (options) => {
  const converter = createConverter(options);
  const giveTypes = giveNodeTypes;
  const withTypes =
    (ask) =>
    (...about) => {
      giveTypes();
      return ask(...about);
    };
  return {
    ...converter,
    convert(...cell) {
      const converted = converter.convert(...cell);
      return converted.diagnostics.length > 0 && giveTypes()
        ? converter.convert(...cell)
        : converted;
    },
    addModule: withTypes(converter.addModule),
    complete: withTypes(converter.complete),
    inspect: withTypes(converter.inspect),
  };
};
/** The file in which tslab keeps what earlier cells have declared. */
const EARLIER = "__prev__.d.ts";
/** Writes `{ teacher }` as `{ teacher: exports.teacher }` where an earlier cell has declared the teacher. */
const inFull = (builder) => (context) => {
  const checker = builder.getProgram().getTypeChecker();
  const isEarlier = (node) => path.basename(node.getSourceFile().fileName) === EARLIER;
  const visit = (node) => {
    if (!ts.isShorthandPropertyAssignment(node)) return ts.visitEachChild(node, visit, context);
    const declared = checker.getShorthandAssignmentValueSymbol(node)?.declarations;
    if (!declared?.some(isEarlier)) return node;
    const { factory } = context;
    const { name, objectAssignmentInitializer: otherwise } = node;
    const value = factory.createPropertyAccessExpression(factory.createIdentifier("exports"), name);
    return factory.createPropertyAssignment(
      name.text,
      otherwise ? factory.createAssignment(value, ts.visitNode(otherwise, visit)) : value,
    );
  };
  return (file) => ts.visitNode(file, visit);
};

const executors = require("tslab/dist/executor.js");
const inspect = require("tslab/dist/inspect.js");
const { main } = require("tslab/dist/main.js");
const { ZmqServer } = require("tslab/dist/jupyter.js");
const { Router } = require("zeromq");

// A kernel inherits the terminal in which `npm start` was typed; Node would print numbers in colour there, and a notebook would be
// saved with other bytes than elsewhere.
delete process.env.FORCE_COLOR;
process.env.NO_COLOR = "1";

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

// A kernel ends with the server that started it, however that ended; on a thread of its own, since a cell may never return.
const watch = `const parent = process.ppid;
setInterval(() => process.ppid === parent || process.kill(process.pid, "SIGKILL"), 500);`;
new Worker(watch, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 8 } }).unref();

// A docstring's tags, as Shift+Tab shows them: tslab writes "@param" before a parameter and before nothing else.
const { printQuickInfo } = inspect;
inspect.printQuickInfo = (info) => {
  const named = ({ name, text = [] }) =>
    name === "param" ? { name, text } : { name, text: [{ text: `@${name} ` }, ...text] };
  return printQuickInfo({ ...info, tags: info.tags?.map(named) });
};

// tslab writes what fails a cell to stderr and replies "error" without saying which. Jupyter's clients read it in the reply and in
// an output of its own kind.
let failure;
/** A line of a stack that is the kernel's and not the reader's. */
const KERNELS_OWN = /^ {4}at .*(node:vm:|[\\/]tslab[\\/]|kernel\.cjs:)/;
/** What the compiler says in a copy of a notebook that lies elsewhere. */
const MISSING = /^.*Cannot find module 'distillation['/].*$/s;
const WHERE_IT_WORKS = () =>
  `no 'distillation' here: this notebook works inside ${path.resolve(__dirname, "..")} only`;
const { createExecutor } = executors;
executors.createExecutor = (root, converters, console) => {
  const executor = createExecutor(root, converters, {
    ...console,
    // An exception that ended the cell, or a complaint of the compiler as a format and its values, one call each.
    error(...said) {
      const [thrown] = said;
      const compiler = typeof thrown === "string" && said.length > 1;
      const text = format(...said).replace(MISSING, WHERE_IT_WORKS);
      const ename = compiler ? "CompileError" : (thrown?.name ?? typeof thrown);
      const evalue = compiler ? text : String(thrown?.message ?? thrown);
      failure ??= { ename, evalue, traceback: [] };
      const { traceback } = failure;
      const isNew = (line) => !KERNELS_OWN.test(line) && !traceback.includes(line);
      traceback.push(...text.split("\n").filter(isNew));
    },
  });
  const { execute } = executor;
  executor.execute = (source) => {
    failure = undefined;
    return execute(source);
  };
  return executor;
};

// tslab lets every failure cancel the cells that wait and those of the next 200 ms, also where their sender asks it not to: nbgrader, for
// one, would find no error in the cells after a wrong answer.
const executeAndGoOn = (handler, ...cell) => {
  let status = "ok";
  const failed = (reason) => {
    status = "error";
    return reason; // the count, in tslab
  };
  return handler.execQueue
    .add(() => handler.handleExecuteImpl(...cell).catch(failed))
    .then(
      ({ count }) => ({ status, execution_count: count }),
      () => ({ status: "abort" }),
    );
};

ZmqServer.prototype.handleExecute = async function handleExecute(socket, message) {
  const send = (to, type, content) => {
    const reply = message.createReply();
    reply.header.msg_type = type;
    reply.content = content;
    reply.signAndSend(this.connInfo.key, to);
  };
  const cell = [
    message.content,
    (name, text) => send(this.iopub, "stream", { name, text }),
    (data, update) => send(this.iopub, update ? "update_display_data" : "display_data", data),
  ];
  const result =
    message.content.stop_on_error === false
      ? await executeAndGoOn(this.handler, ...cell)
      : await this.handler.handleExecute(...cell);
  if (result.status === "error" && failure) {
    send(this.iopub, "error", failure);
    Object.assign(result, failure);
  }
  send(socket, "execute_reply", result);
};

main();
