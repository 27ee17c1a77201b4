// The classic script for pages without a kernel, such as the book's, that also open from file://. When the page is there, every
// element with the attribute data-live becomes a live figure. It holds the output's HTML; the attribute's value is what the output
// has under LIVE_TYPE, as JSON:
//
//   <div data-live="{&quot;code&quot;: …}"><img src="data:image/svg+xml,…" alt="…"></div>
//   <script src="live.js"></script>
import { mountLive } from "./mount.js";

for (const element of document.querySelectorAll<HTMLElement>("[data-live]"))
  mountLive(element, JSON.parse(element.dataset.live as string));
