import { isAmbiguous } from "./failures.ts";

interface Creation<T> {
  /** One attempt, not repeated by the SDK. */
  readonly create: () => Promise<T>;
  /** What an attempt has left behind whose answer was lost. */
  readonly find: () => Promise<T | undefined>;
}

/** A lost answer is no reason to create twice: what is there is looked for before the second and last attempt. */
export async function createOnce<T>({ create, find }: Creation<T>): Promise<T> {
  try {
    return await create();
  } catch (error) {
    if (!isAmbiguous(error)) throw error;
    const found = await find();
    if (found !== undefined) return found;
  }
  try {
    return await create();
  } catch (error) {
    const found = isAmbiguous(error) ? await find() : undefined;
    if (found === undefined) throw error;
    return found;
  }
}
