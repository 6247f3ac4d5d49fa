import { Failure } from "../../shared/failure.ts";

/** All that is piped into this program. */
export async function readStandardInput(maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      throw new Failure("limit-exceeded", `The standard input has more than ${maxBytes} bytes.`, { fix: "Send less." });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
