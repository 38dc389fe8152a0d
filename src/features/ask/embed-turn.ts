/** Lets other work have its turn. */
export function giveTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
