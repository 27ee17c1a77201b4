import { expect, it, vi } from "vitest";

const tslab = vi.hoisted(() => ({ lastWriteDisplayData: null as unknown }));
vi.mock("tslab/dist/jupyter.js", () => ({ default: tslab }));
vi.resetModules();
const { displayBundle } = await import("../../lib/notebook/displayBundle.js");

it("displayBundle(data) writes one new output with all of it, through the cell that runs", () => {
  const write = vi.fn();
  tslab.lastWriteDisplayData = write;
  displayBundle({ "text/html": "<b>a</b>", "text/plain": "a" });
  const data = { "text/html": "<b>a</b>", "text/plain": "a" };
  expect(write.mock.calls).toEqual([[{ data, metadata: {}, transient: {} }, false]]);
});

it("displayBundle(data) says so outside a notebook", () => {
  tslab.lastWriteDisplayData = null;
  expect(() => displayBundle({})).toThrow("this shows outputs in a notebook only");
});
