// The classic script for pages without a kernel, such as the book's, that also open from file://. When the page is there, every
// element with the attribute data-live becomes a live figure. It holds the output's HTML; the attribute's value is what the output
// has under LIVE_TYPE, as JSON:
//
//   <div data-live="{&quot;code&quot;: …}"><img src="data:image/svg+xml,…" alt="…"></div>
//   <script src="live.js"></script>
//
// It leaves the library as `distillation.library`, and what there is to say of an answer to an exercise as `distillation.remarkOn`.
import * as library from "../library.js";
import { remarkOn } from "../notebook/checkAnswer.js";
import { mountLive } from "./mount.js";

Object.assign(globalThis, { distillation: { library, remarkOn } });

for (const element of document.querySelectorAll<HTMLElement>("[data-live]"))
  mountLive(element, JSON.parse(element.dataset.live as string));
