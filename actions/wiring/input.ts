import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { systemFailure } from "../../shared/adapters/files/failures.ts";
import { Failure } from "../../shared/failure.ts";

interface Input {
  /** As the user wrote it: `-` for the standard input, a file, a link to one, or a pipe such as the shell's `<(…)`. */
  readonly path: string;
  readonly folder: string;
  readonly maxBytes: number;
}

/** All that is in a file or comes through a pipe, read once from its beginning to its end. */
export async function readInput({ path, folder, maxBytes }: Input): Promise<Uint8Array> {
  if (path === "-") return collect(process.stdin, "The standard input", maxBytes);
  const file = resolve(folder, path);
  try {
    return await collect(createReadStream(file), path, maxBytes);
  } catch (error) {
    throw systemFailure(error, file, "read");
  }
}

async function collect(stream: AsyncIterable<Uint8Array>, name: string, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      throw new Failure("limit-exceeded", `${name} has more than ${maxBytes} bytes.`, { fix: "Send less." });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
