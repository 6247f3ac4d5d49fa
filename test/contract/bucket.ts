import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Failure } from "../../shared/failure.ts";
import { crc32c } from "../../shared/model/crc32c/crc32c.ts";
import type { Bucket, StoredObject } from "../../shared/ports/bucket.ts";
import { uploadContract } from "./bucket-upload.ts";

/** What an implementation is known to do otherwise, each a sentence that a test shows to be still true. */
export type KnownGap = "removes an object of any generation" | "has every bucket";

export interface BucketWorld {
  readonly title: string;
  /** A bucket that holds nothing. */
  readonly open: () => Promise<{ readonly bucket: Bucket; readonly absent: Bucket } & AsyncDisposable>;
  readonly gaps?: readonly KnownGap[];
}

const SMALL = Buffer.from("a lease, held by job 7");
const OTHER = Buffer.from("a lease, held by job 8");

/** What every bucket does, in the cloud, in an emulator or in memory. */
export function bucketContract({ title, open, gaps = [] }: BucketWorld): void {
  describe(title, () => {
    let world: Awaited<ReturnType<BucketWorld["open"]>>;
    let bucket: Bucket;
    beforeAll(async () => {
      world = await open();
      bucket = world.bucket;
    });
    afterAll(() => world[Symbol.asyncDispose]());

    const put = async (object: string, bytes: Uint8Array = SMALL): Promise<StoredObject> => {
      const written = await bucket.write({ object, bytes, contentType: "text/plain", ifGeneration: "0" });
      if (written.status !== "written") throw new Error(`${object} was there already`);
      return written.value;
    };

    describe("an object that is not there", () => {
      test("is missing to whoever looks, reads, downloads or removes", async () => {
        const stored = {
          object: "nothing",
          sizeBytes: 1,
          crc32c: 0,
          generation: "1",
          metageneration: "1",
          updatedMs: 0,
        };
        const read = bucket.read({ object: "nothing", maxBytes: 100 });
        expect((await bucket.head({ object: "nothing" })).status).toBe("missing");
        expect((await read).status).toBe("missing");
        expect((await bucket.download(stored, () => {})).status).toBe("missing");
        expect((await bucket.remove({ object: "nothing", ifGeneration: "1" })).status).toBe("missing");
      });

      test("cannot be replaced", async () => {
        const written = await bucket.write({
          object: "none",
          bytes: SMALL,
          contentType: "text/plain",
          ifGeneration: "9",
        });
        expect(written.status).toBe("conflict");
      });
    });

    describe("a small object", () => {
      test("is read back with what it was written with", async () => {
        const stored = await put("lease");
        expect(stored).toMatchObject({ object: "lease", sizeBytes: SMALL.length, crc32c: crc32c(SMALL) });
        expect(await bucket.head({ object: "lease" })).toMatchObject({ status: "found", value: stored });
        const read = await bucket.read({ object: "lease", maxBytes: SMALL.length });
        expect(read).toMatchObject({ status: "found", value: { generation: stored.generation } });
        expect(read.status === "found" && Buffer.from(read.value.bytes)).toEqual(SMALL);
      });

      test("is created once", async () => {
        await put("once");
        const again = await bucket.write({
          object: "once",
          bytes: OTHER,
          contentType: "text/plain",
          ifGeneration: "0",
        });
        expect(again.status).toBe("conflict");
      });

      test("is created by one of many who try at once", async () => {
        const tries = Array.from({ length: 8 }, (_, job) =>
          bucket.write({
            object: "race",
            bytes: Buffer.from(`job ${job}`),
            contentType: "text/plain",
            ifGeneration: "0",
          }),
        );
        const statuses = (await Promise.all(tries)).map(({ status }) => status);
        expect(statuses.filter((status) => status === "written")).toHaveLength(1);
      });

      test("is replaced by whoever knows its generation, and gets another", async () => {
        const { generation } = await put("renewed");
        const renewal = { object: "renewed", bytes: OTHER, contentType: "text/plain", ifGeneration: generation };
        const renewed = await bucket.write(renewal);
        expect(renewed.status === "written" && BigInt(renewed.value.generation) > BigInt(generation)).toBe(true);
        expect((await bucket.write(renewal)).status).toBe("conflict");
      });

      if (gaps.includes("removes an object of any generation")) {
        test("is removed whatever generation is named: a known gap", async () => {
          const { generation } = await put("gap");
          expect((await bucket.remove({ object: "gap", ifGeneration: `${generation}1` })).status).toBe("removed");
        });
      } else {
        test("is removed by whoever knows its generation", async () => {
          const { generation } = await put("removed");
          const other = String(BigInt(generation) + 1n);
          expect((await bucket.remove({ object: "removed", ifGeneration: other })).status).toBe("conflict");
          expect((await bucket.remove({ object: "removed", ifGeneration: generation })).status).toBe("removed");
          expect((await bucket.head({ object: "removed" })).status).toBe("missing");
        });
      }

      test("may have any name", async () => {
        const name = "models/köln ☕/a+b%2F?#&=[1]/saved_model.pb";
        const { generation } = await put(name);
        expect(await bucket.head({ object: name })).toMatchObject({ status: "found", value: { object: name } });
        expect((await bucket.read({ object: name, generation, maxBytes: 100 })).status).toBe("found");
      });

      test("may hold nothing", async () => {
        await put("empty", new Uint8Array(0));
        const read = await bucket.read({ object: "empty", maxBytes: 0 });
        expect(read.status === "found" && read.value.bytes.length).toBe(0);
      });
    });

    describe("reading", () => {
      test.each([
        ["the first bytes", { offset: 0, length: 7 }, "a lease"],
        ["bytes from the middle", { offset: 2, length: 5 }, "lease"],
        ["less where the object ends before", { offset: 17, length: 100 }, "job 7"],
        ["nothing beyond the end", { offset: 1_000, length: 5 }, ""],
      ])("gives %s", async (_, range, expected) => {
        if ((await bucket.head({ object: "ranged" })).status === "missing") await put("ranged");
        const read = await bucket.read({ object: "ranged", range, maxBytes: 100 });
        expect(read.status === "found" && Buffer.from(read.value.bytes).toString()).toBe(expected);
      });

      test("refuses what is larger than was allowed", async () => {
        await put("large");
        const error = await bucket.read({ object: "large", maxBytes: SMALL.length - 1 }).catch((thrown) => thrown);
        expect(error).toBeInstanceOf(Failure);
        expect(error.code).toBe("limit-exceeded");
      });

      test("finds no generation but the one that is there", async () => {
        const { generation } = await put("turned");
        await bucket.write({ object: "turned", bytes: OTHER, contentType: "text/plain", ifGeneration: generation });
        expect((await bucket.read({ object: "turned", generation, maxBytes: 100 })).status).toBe("missing");
      });
    });

    describe("listing", () => {
      test("names what begins with the prefix, by the bytes of the names", async () => {
        for (const name of ["list/b", "list/a/2", "list/ü", "list/Z", "list/a/10", "listless"]) await put(name);
        const { objects } = await bucket.list({ prefix: "list/", maxObjects: 10 });
        expect(objects.map(({ object }) => object)).toEqual(["list/Z", "list/a/10", "list/a/2", "list/b", "list/ü"]);
        expect(objects[0]).toMatchObject({ sizeBytes: SMALL.length, crc32c: crc32c(SMALL) });
      });

      test("is empty where nothing does", async () => {
        expect((await bucket.list({ prefix: "nothing/", maxObjects: 10 })).objects).toEqual([]);
      });

      test("refuses more than was asked for", async () => {
        for (const name of ["many/1", "many/2", "many/3"]) await put(name);
        expect((await bucket.list({ prefix: "many/", maxObjects: 3 })).objects).toHaveLength(3);
        await expect(bucket.list({ prefix: "many/", maxObjects: 2 })).rejects.toMatchObject({ code: "limit-exceeded" });
      });
    });

    uploadContract(() => bucket);

    test("every answer says when the service gave it", async () => {
      const { updatedMs } = await put("timed");
      const { serverTimeMs } = await bucket.head({ object: "timed" });
      // A date in a header has whole seconds.
      expect(serverTimeMs).toBeGreaterThan(updatedMs - 1_000);
      expect(serverTimeMs).toBeLessThan(updatedMs + 60_000);
    });

    if (gaps.includes("has every bucket")) {
      test("a bucket that is not there holds nothing: a known gap", async () => {
        expect((await world.absent.head({ object: "any" })).status).toBe("missing");
      });
    } else {
      test.each<[string, (absent: Bucket) => Promise<unknown>]>([
        ["looks", (absent) => absent.head({ object: "any" })],
        ["lists", (absent) => absent.list({ prefix: "", maxObjects: 1 })],
        [
          "writes",
          (absent) => absent.write({ object: "any", bytes: SMALL, contentType: "text/plain", ifGeneration: "0" }),
        ],
      ])("a bucket that is not there is a Failure that names it to whoever %s", async (_, ask) => {
        const message = expect.stringContaining(`gs://${world.absent.name}`);
        await expect(ask(world.absent)).rejects.toMatchObject({ code: "bucket-missing", message });
      });
    }
  });
}
