import { expect } from "vitest";
import { faultOfError, faultOfResult } from "./judge.js";
import type { Library, Walk } from "./table.js";
import { badCalls } from "./variants.js";

/** Fails unless `lib[name]` refuses every bad argument in a line about an argument, or answers with finite numbers. */
export async function expectRefusals(
  lib: Partial<Library>,
  name: string,
  { args, use = (result: unknown) => result, infinite = false, harmless = false, says }: Walk,
): Promise<void> {
  const f = (lib as Record<string, (...args: unknown[]) => unknown>)[name];
  const attempt = async (given: Record<string, unknown>) =>
    use((await f(...Object.values(given))) as never);
  expect(faultOfResult(await attempt(args()), infinite), "the valid call").toBeUndefined();
  const faults: string[] = [];
  let refusals = 0;
  for (const variant of badCalls(args())) {
    const given = args();
    variant.spoil(given);
    const fault = await attempt(given).then(
      (result) => faultOfResult(result, infinite),
      (error) => {
        refusals++;
        return faultOfError(error, args(), says);
      },
    );
    if (fault) faults.push(`${variant.name} → ${fault}`);
  }
  expect(faults).toEqual([]);
  expect(refusals === 0, `${refusals} refusals`).toBe(harmless);
}
