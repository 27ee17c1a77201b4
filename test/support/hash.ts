import { createHash } from "node:crypto";

/** SHA-256 of the array's bytes, little-endian on every machine that Node runs on. */
export function sha256(array: Float64Array | Int32Array | Uint8Array): string {
  return createHash("sha256")
    .update(new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
    .digest("hex");
}
