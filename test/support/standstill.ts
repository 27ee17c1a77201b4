/** How many times longer than a tenth of a second this machine now takes to add 10^8 numbers; 1 at least. */
function slowness(): number {
  const start = performance.now();
  let sum = 0;
  for (let i = 0; i < 1e8; i++) sum += i;
  const milliseconds = performance.now() - start;
  return sum > 0 ? Math.max(1, milliseconds / 100) : 1;
}

/** How long nothing may move (ms): five minutes, and longer where a machine is slow or busy with other things. */
export const STANDSTILL = 300_000 * slowness();
