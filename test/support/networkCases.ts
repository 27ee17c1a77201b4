import { golden } from "./golden.js";

export interface NetworkCase {
  sizes: number[];
  parameters: number[];
  inputs: number[];
  softTargets: number[];
  temperature: number;
  l2: number;
  logits: number[];
  loss: number;
  gradient: number[];
  rates: number[];
  afterAdam: number[];
}
/** Networks whose numbers NumPy worked out: test/oracle/network.py. */
export const networkCases = golden<{ cases: NetworkCase[] }>("network").cases;
