// Where this machine has a Chromium, and how to start it: for PDF files and for the tests.
import { existsSync } from "node:fs";

const candidates = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];
/** Path of a Chromium, or undefined. CHROMIUM names another one, and where it is empty none. */
export const chromiumPath =
  process.env.CHROMIUM === "" ? undefined : candidates.find((file) => file && existsSync(file));

export const CHROMIUM_ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];
