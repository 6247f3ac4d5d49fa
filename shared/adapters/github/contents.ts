import { Failure } from "../../failure.ts";
import type { FilePlace } from "../../ports/forge.ts";
import { quote } from "../../schema/phrases.ts";
import type { Ask, Connection } from "./connection.ts";
import { unlessMissing } from "./failures.ts";

interface Told {
  readonly type: string;
  readonly size: number;
  readonly sha: string;
  readonly encoding?: string;
  readonly content?: string;
}

export async function readFile(
  { within, place }: Connection,
  { ref, path }: FilePlace,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const shown = `${quote(path)} at ${quote(ref)}`;
  if (path.split("/").some((part) => part === "" || part === "." || part === "..")) throw refused(shown, "no path");
  return within({ what: `read ${shown}`, needs: "contents: read" }, async (ask) => {
    const answer = await unlessMissing(ask("GET /repos/{owner}/{repo}/contents/{path}", { ...place, ref, path }));
    if (answer === undefined) return undefined;
    if (Array.isArray(answer.data)) throw refused(shown, "a folder");
    const told = answer.data as Told;
    if (told.type !== "file") throw refused(shown, told.type === "dir" ? "a folder" : `a ${told.type}`);
    if (told.size > maxBytes) throw tooLarge(shown, told.size, maxBytes);
    const bytes = await bytesOf(ask, place, told);
    if (bytes.length > maxBytes) throw tooLarge(shown, bytes.length, maxBytes);
    return bytes;
  });
}

/** A file of more than a megabyte comes without its content, which is then asked for by its hash. */
async function bytesOf(ask: Ask, place: Connection["place"], { content, encoding, sha, size }: Told): Promise<Buffer> {
  if (encoding === "base64" && content !== undefined && (content !== "" || size === 0)) {
    return Buffer.from(content, "base64");
  }
  const { data } = await ask("GET /repos/{owner}/{repo}/git/blobs/{file_sha}", { ...place, file_sha: sha });
  return Buffer.from(data.content, data.encoding === "base64" ? "base64" : "utf8");
}

function refused(shown: string, kind: string): Failure {
  return new Failure("file-refused", `${shown} is ${kind}`, { fix: "Name a plain file." });
}

function tooLarge(shown: string, sizeBytes: number, maxBytes: number): Failure {
  return new Failure("limit-exceeded", `${shown} has ${sizeBytes} bytes, more than ${maxBytes}`, {
    fix: "Make the file smaller.",
  });
}
