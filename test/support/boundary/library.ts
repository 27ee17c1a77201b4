import { vi } from "vitest";
import type { Library } from "./table.js";

/** The library with this file's tslab: another file may have loaded it with a tslab of its own. */
export function freshLibrary(): Promise<Library> {
  vi.resetModules();
  return import("../../../lib/index.js");
}
