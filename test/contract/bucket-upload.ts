import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { localHashedFiles } from "../../shared/adapters/files/hashed-files.ts";
import { crc32c } from "../../shared/model/crc32c/crc32c.ts";
import type { Bucket } from "../../shared/ports/bucket.ts";

const HELD = Buffer.from("what was there before");

/** What becomes of a file on its way into a bucket. */
export function uploadContract(opened: () => Bucket): void {
  describe("uploading", () => {
    const folder = mkdtempSync(join(tmpdir(), "bucket-"));
    afterAll(() => rmSync(folder, { recursive: true }));

    const upload = async (object: string, bytes: Uint8Array) => {
      const path = join(folder, randomBytes(4).toString("hex"));
      writeFileSync(path, bytes);
      using source = localHashedFiles().source(path);
      return await opened().upload({ object, source });
    };

    test.each([
      ["nothing", 0],
      ["a byte", 1],
      ["what goes in one request", 3 << 20],
      ["what goes in parts", (9 << 20) + 17],
    ])("stores %s, hashed as it was read", async (name, sizeBytes) => {
      const bytes = randomBytes(sizeBytes);
      const written = await upload(`upload/${name}`, bytes);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const hash = { sha256, crc32c: crc32c(bytes), sizeBytes };
      expect(written).toMatchObject({
        status: "written",
        value: { hash, stored: { sizeBytes, crc32c: hash.crc32c } },
      });
      if (written.status !== "written") return;
      const chunks: Uint8Array[] = [];
      const { status } = await opened().download(written.value.stored, (chunk) => void chunks.push(chunk.slice()));
      expect(status).toBe("downloaded");
      expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
    });

    test.each([
      ["small", 100],
      ["large", 9 << 20],
    ])("never overwrites, be the file %s", async (name, sizeBytes) => {
      await opened().write({ object: `kept/${name}`, bytes: HELD, contentType: "text/plain", ifGeneration: "0" });
      expect((await upload(`kept/${name}`, randomBytes(sizeBytes))).status).toBe("conflict");
      const read = await opened().read({ object: `kept/${name}`, maxBytes: 100 });
      expect(read.status === "found" && Buffer.from(read.value.bytes)).toEqual(HELD);
    });

    test.each([
      ["small", 100],
      ["large", 9 << 20],
    ])("stores one of several that come at once, be they %s", async (name, sizeBytes) => {
      const uploads = Array.from({ length: 3 }, () => upload(`race/${name}`, randomBytes(sizeBytes)));
      const statuses = (await Promise.all(uploads)).map(({ status }) => status);
      expect(statuses.toSorted()).toEqual(["conflict", "conflict", "written"]);
    });

    test("says how far it is", async () => {
      const path = join(folder, "progress");
      writeFileSync(path, randomBytes(9 << 20));
      using source = localHashedFiles().source(path);
      const sent: number[] = [];
      await opened().upload({ object: "progress", source, onProgress: (sentBytes) => sent.push(sentBytes) });
      expect(sent.at(-1)).toBe(9 << 20);
      expect(sent).toEqual(sent.toSorted((one, other) => one - other));
    });
  });
}
