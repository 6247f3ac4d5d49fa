import { isAmbiguous } from "./failures.ts";

interface Creation<T> {
  /** One attempt, not repeated by the SDK. */
  readonly create: () => Promise<T>;
  /** What an attempt has left behind whose answer was lost. */
  readonly find: () => Promise<T | undefined>;
  /** What was written a moment ago may not be listed yet. */
  readonly pause: () => Promise<void>;
}

const ATTEMPTS = 2;

/** A lost answer is no reason to create twice: what is there is looked for before the second and last attempt. */
export async function createOnce<T>({ create, find, pause }: Creation<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await create();
    } catch (error) {
      if (!isAmbiguous(error)) throw error;
      await pause();
      const found = await find();
      if (found !== undefined) return found;
      if (attempt === ATTEMPTS) throw error;
    }
  }
}
