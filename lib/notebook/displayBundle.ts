import jupyter from "tslab/dist/jupyter.js";

/**
 * Writes one output that holds several representations of one thing, by MIME type; each reader's front end takes the
 * best that it knows. tslab's own `display` writes outputs of a single type.
 *
 * @throws Error outside a tslab kernel
 */
export function displayBundle(data: Record<string, unknown>): void {
  if (!jupyter.lastWriteDisplayData) throw new Error("this shows outputs in a notebook only");
  jupyter.lastWriteDisplayData({ data, metadata: {}, transient: {} } as never, false);
}
