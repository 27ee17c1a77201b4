// JupyterLab's side of live figures: a prebuilt extension, by hand, since it is one renderer. It gives an output of LIVE_TYPE, in a
// notebook that its reader trusts, its image and, once the bundle beside this file has been loaded, its controls.
import { LIVE_TYPE, type LiveOutput } from "./liveOutput.js";

interface MimeModel {
  data: Record<string, unknown>;
}
type Factory = () => unknown;
type ShareScope = Record<string, Record<string, { get(): Promise<Factory> }>>;

const here = new URL(".", (document.currentScript as HTMLScriptElement).src).href;
let shared: ShareScope;

async function extension() {
  const lumino = (await Object.values(shared["@lumino/widgets"])[0].get())() as {
    Widget: new () => { node: HTMLElement };
  };
  class LiveFigure extends lumino.Widget {
    async renderModel({ data }: MimeModel) {
      this.node.innerHTML = data["text/html"] as string;
      const { mountLive } = await import(`${here}live.js`);
      mountLive(this.node, data[LIVE_TYPE] as LiveOutput);
    }
  }
  return {
    id: "distillation-live:renderer",
    dataType: "json",
    // Before HTML, which stands beside it.
    rank: -10,
    // Not "safe": JupyterLab makes one for trusted outputs alone.
    rendererFactory: {
      safe: false,
      mimeTypes: [LIVE_TYPE],
      createRenderer: () => new LiveFigure(),
    },
  };
}

const page = globalThis as unknown as { _JUPYTERLAB: Record<string, unknown> };
page._JUPYTERLAB ??= {};
page._JUPYTERLAB["distillation-live"] = {
  init: (scope: ShareScope) => {
    shared = scope;
  },
  get: async () => {
    const made = await extension();
    return () => ({ __esModule: true, default: made });
  },
};
