/** Does one after another of what is still to be done, so many at a time. */
export async function inLanes(count: number, tasks: () => Generator<() => Promise<void>>): Promise<void> {
  const waiting = tasks();
  const lane = async (): Promise<void> => {
    for (const task of waiting) await task();
  };
  await Promise.all(Array.from({ length: count }, lane));
}
