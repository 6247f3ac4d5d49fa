import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Dtype } from "../../shared/ports/tensor.ts";

/** What `embedded_models.py` writes beside each model. */
export interface Case {
  readonly batches: readonly number[];
  readonly inputs: Readonly<
    Record<string, { readonly dtype: Dtype; readonly shape: readonly number[]; readonly data: readonly unknown[] }>
  >;
}

/** A process that has loaded a model and waits to be asked. */
export interface Contestant extends AsyncDisposable {
  /** The one output, of so many rows. */
  answer(batch: number): Promise<Float32Array>;
  /** Time of a call, over as many calls as use up so many milliseconds: of CPU or of the clock, as the bench asks. */
  spend(batch: number, milliseconds: number): Promise<number>;
}

export async function startContestant([program, ...args]: readonly [string, ...string[]]): Promise<Contestant> {
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "pipe"] });
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  // What it did not get to read no longer matters once it has ended: the missing answer says so.
  child.stdin.on("error", () => {});
  let errors = "";
  child.stderr.on("data", (chunk) => {
    errors = `${errors}${chunk}`.slice(-4000);
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async () => {
    const { value, done } = await lines.next();
    if (!done) return JSON.parse(value);
    await closed;
    throw new Error(messageIn(errors));
  };
  const ask = (batch: number, milliseconds: number) => {
    child.stdin.write(`${JSON.stringify({ batch, milliseconds })}\n`);
    return read();
  };
  await read();
  return {
    answer: async (batch) => floats((await ask(batch, 0)).output),
    spend: async (batch, milliseconds) => (await ask(batch, milliseconds)).seconds,
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await closed;
    },
  };
}

function messageIn(errors: string): string {
  return /^(?:Failure|\w*Error)\b.*$/m.exec(errors)?.[0] ?? errors.trim();
}

function floats(base64: string): Float32Array {
  return new Float32Array(Uint8Array.from(Buffer.from(base64, "base64")).buffer);
}
