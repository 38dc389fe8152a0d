import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** Bytes of objects and of typed arrays that are still needed: what is left after two collections, the second for what the first set free. */
export function usedBytes(): number {
  runInNewContext('gc(); gc();');
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
