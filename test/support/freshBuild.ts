// @ts-expect-error: the set-up scripts are plain JavaScript
import { build, isBuilt } from "../../scripts/build.mjs";

/** Compiles lib/dist unless it is up to date: worker threads load it even when the tests run the sources. */
export async function freshBuild(): Promise<void> {
  if (!isBuilt() && (await build()) !== 0) throw new Error("lib does not compile");
}
