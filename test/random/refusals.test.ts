import { vi } from "vitest";
import { placesOfRoom, refusesWhatIsMissing } from "../support/badInput/refusals.js";

vi.mock("tslab", () => ({ display: {} }));

// Another file may have loaded the library with a tslab of its own.
vi.resetModules();
const lib = await import("../../lib/index.js");
const places = placesOfRoom(lib, await import("../../lib/random/index.js"));

refusesWhatIsMissing(places);
