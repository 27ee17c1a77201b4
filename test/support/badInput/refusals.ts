import { describe, expect, it } from "vitest";
import { experiments } from "./experiments.js";
import { foundations } from "./foundations.js";
import { freshLibrary } from "./library.js";
import { leaveOut, type Place, placesOf, saidOf, valueAt } from "./places.js";
import { type Path, pathName } from "./variants.js";

/** What a room says in another way than the rule below, by function and place. */
export interface Exceptions {
  /** The subject of the refusal where it is not the place. */
  words?: Record<string, string>;
  /** Places that take whatever comes: nothing is made of it, or it has a meaning. */
  taken?: readonly string[];
}

/** JavaScript's own answer; judge.ts says why that is enough where a whole structure is missing. */
const STUMBLED = /^Cannot (read properties|destructure property|convert undefined)/;

/** What an experiment or an enumeration puts before the message of what went wrong inside. */
const SETTING = /^(trial \d+ of \S+ failed|the learner failed on the label vector [01]+): /;

/** The place, or its end: `options.n` is also `n`, and what the function takes apart has no name of its own. */
const namesOf = (path: Path) =>
  path.flatMap((key, k) => (typeof key === "string" ? [pathName(path.slice(k))] : []));

/** All places in the arguments of the functions of a room: a folder of lib. */
export async function placesOfRoom(room: string): Promise<Place[]> {
  const lib = await freshLibrary();
  const functions = await import(`../../../lib/${room}/index.ts`);
  return placesOf(lib, { ...foundations(lib), ...experiments(lib) }, Object.keys(functions));
}

/** Each place is left out once; the refusal must begin with it. */
export function refusesWhatIsMissing(
  places: readonly Place[],
  { words = {}, taken = [] }: Exceptions = {},
): void {
  describe("what is missing", () => {
    it.each(places.map((place) => [place.title, place] as const))("%s", async (title, place) => {
      const said = (await saidOf(place, leaveOut)).replace(SETTING, "");
      if (taken.includes(title)) {
        expect(said).toBe("");
      } else if (STUMBLED.test(said)) {
        expect(valueAt(place)).toBeTypeOf("object");
        expect(valueAt(place)).not.toHaveProperty("length");
      } else {
        const names = title in words ? [words[title]] : namesOf(place.path);
        expect(names, said).toContain(said.split(" must ", 1)[0]);
      }
    });

    it("has its exceptions among the places", () => {
      const titles = places.map(({ title }) => title);
      expect(titles).toEqual(expect.arrayContaining([...Object.keys(words), ...taken]));
    });
  });
}
