import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  closeSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { localFiles } from "../../../../shared/adapters/files/files.ts";

const scratch = mkdtempSync(join(tmpdir(), "hash-"));
afterAll(() => rmSync(scratch, { recursive: true }));
const files = localFiles();

describe("a file that changes while it is read is refused", () => {
  // The file is open once `hash` has returned its promise, and read only after this turn of the event loop.
  test.each([
    ["longer", (path: string) => appendFileSync(path, "more")],
    ["shorter", (path: string) => truncateSync(path, 10)],
    ["empty", (path: string) => truncateSync(path, 0)],
    ["other bytes in the same place", overwrite],
    ["other bytes under the old time", overwriteUnnoticed],
    ["gone", (path: string) => rmSync(path)],
    ["another file of the same name", replace],
  ])("%s", async (_, change) => {
    const path = place(3 << 20);
    const hashing = files.hash(path);
    change(path);
    await expect(hashing).rejects.toMatchObject({
      code: "artifact-changed",
      message: `${path} changed while it was read`,
    });
  });

  test("and the next file is hashed as if nothing had been", async () => {
    const path = place(1 << 21);
    const hashing = files.hash(path);
    truncateSync(path, (1 << 20) + 3);
    await expect(hashing).rejects.toThrow();
    writeFileSync(path, "123456789");
    expect((await files.hash(path)).crc32c).toBe(0xe3069283);
  });
});

test("a file with a hole is read as zeros", async () => {
  const path = join(scratch, "sparse");
  const descriptor = openSync(path, "w");
  ftruncateSync(descriptor, 32);
  closeSync(descriptor);
  expect((await files.hash(path)).crc32c).toBe(0x8a9136aa);
});

test("a named pipe is refused, and its writer is not waited for", async () => {
  const pipe = join(scratch, "pipe");
  execFileSync("mkfifo", [pipe]);
  await expect(files.hash(pipe)).rejects.toThrow(`${pipe} is not a regular file`);
});

function place(sizeBytes: number): string {
  const path = join(scratch, "model.bin");
  writeFileSync(path, new Uint8Array(sizeBytes));
  utimesSync(path, 1, 1);
  return path;
}

function overwrite(path: string): void {
  const descriptor = openSync(path, "r+");
  writeSync(descriptor, "other", 1 << 20);
  closeSync(descriptor);
}

/** Waits for the clock of the file system, which may stand still for some milliseconds, to tell the change apart. */
function overwriteUnnoticed(path: string): void {
  const before = statSync(path, { bigint: true }).ctimeNs;
  do {
    overwrite(path);
    utimesSync(path, 1, 1);
  } while (statSync(path, { bigint: true }).ctimeNs === before);
}

function replace(path: string): void {
  writeFileSync(`${path}.new`, new Uint8Array(3 << 20));
  utimesSync(`${path}.new`, 1, 1);
  renameSync(`${path}.new`, path);
}
