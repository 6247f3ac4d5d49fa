import { describe, expect, test } from "vitest";
import type { Credentials } from "../../../../shared/adapters/storage/credentials.ts";
import { cloudStorage } from "../../../../shared/adapters/storage/storage.ts";
import type { FaultPlan, PlannedFault } from "../../../../shared/emulator/faults/plan.ts";
import type { Bucket } from "../../../../shared/ports/bucket.ts";
import { LARGE, laid, put, recordedPace, SMALL, upload } from "./laid-bucket.ts";

type Call = readonly [name: string, call: (bucket: Bucket) => Promise<{ readonly status?: string }>, expected: string];

/** Each call of the port on what `laid` has laid there, and how it ends when nothing is wrong. */
const CALLS: readonly Call[] = [
  ["head", (bucket) => bucket.head({ object: "there" }), "found"],
  ["read", (bucket) => bucket.read({ object: "there", maxBytes: 1e6 }), "found"],
  [
    "list",
    async (bucket) => ({ status: String((await bucket.list({ prefix: "", maxObjects: 10 })).objects.length) }),
    "1",
  ],
  [
    "write",
    (bucket) => bucket.write({ object: "new", bytes: SMALL, contentType: "text/plain", ifGeneration: "0" }),
    "written",
  ],
  ["upload of a small file", (bucket) => upload(bucket, SMALL), "written"],
  ["upload of a large file", (bucket) => upload(bucket, LARGE), "written"],
  [
    "download",
    async (bucket) => {
      const head = await bucket.head({ object: "there" });
      if (head.status === "missing") return head;
      const chunks: Uint8Array[] = [];
      const { status } = await bucket.download(head.value, (bytes) => void chunks.push(bytes.slice()));
      return { status: Buffer.concat(chunks).equals(SMALL) ? status : "other bytes" };
    },
    "downloaded",
  ],
  [
    "remove",
    async (bucket) => {
      const head = await bucket.head({ object: "there" });
      return bucket.remove({ object: "there", ifGeneration: head.status === "found" ? head.value.generation : "1" });
    },
    "removed",
  ],
];

describe.each(CALLS)("%s", (_, call, expected) => {
  test.each<[string, Omit<PlannedFault, "surface">]>([
    ["is repeated after 429", { fault: "tooManyRequests", calls: [2, 3] }],
    ["is repeated after 503", { fault: "unavailable", calls: [2, 3, 4] }],
    ["is repeated after 500", { fault: "refuse", calls: [2] }],
    ["acts once where its answer is lost", { fault: "loseAnswer", calls: [2] }],
    ["acts once where every other answer is lost", { fault: "loseAnswer", calls: [2, 4, 6] }],
  ])("%s", async (_, fault) => {
    const { bucket, storage } = await laid({ faults: [{ surface: "storage", resource: "models*", ...fault }] });
    expect((await call(bucket)).status).toBe(expected);
    expect(storage.objects.list("models", "new")!.length).toBeLessThanOrEqual(1);
  });

  test("gets a new token when the old one has ended, once", async () => {
    const { credentials, renewals } = tokens();
    const plan: FaultPlan = { faults: [{ fault: "expireToken", surface: "storage", resource: "models*", calls: [2] }] };
    const { bucket } = await laid(plan, { credentials });
    expect((await call(bucket)).status).toBe(expected);
    expect(renewals()).toBe(1);
  });

  test("is given up, as the platform's fault, where the service stays away", async () => {
    const { bucket, waits } = await laid({ faults: [{ fault: "unavailable", surface: "storage", calls: SECOND_ON }] });
    await expect(call(bucket)).rejects.toMatchObject({
      code: "bucket-unreachable",
      exitCode: 4,
      message: expect.stringMatching(/gs:\/\/models.*: 503 The service is currently unavailable\./),
    });
    expect(waits.length).toBeLessThan(10);
    expect(waits).toEqual(waits.toSorted((one, other) => one - other));
  });

  test.each([
    [
      "ci@p.iam.gserviceaccount.com does not have storage.objects.list access to the bucket.",
      /^ci@p\.iam/,
      /to ci@p\.iam/,
    ],
    ["Permission denied on resource (or it may not exist).", /^this job's identity cannot/, /^Grant roles\/storage\./],
  ])("names who may not, and the role that is missing: %s", async (message, said, fix) => {
    const fault = {
      fault: "refuse",
      status: "PERMISSION_DENIED",
      message,
      surface: "storage",
      calls: SECOND_ON,
    } as const;
    const { bucket } = await laid({ faults: [fault] });
    await expect(call(bucket)).rejects.toMatchObject({
      code: "bucket-denied",
      exitCode: 2,
      message: expect.stringMatching(said),
      fix: expect.stringMatching(fix),
    });
  });
});

test("what another wrote while we tried again is a conflict: its bytes are not ours", async () => {
  const fault = { fault: "unavailable", method: "storage.objects.insert", resource: "models", calls: [2] } as const;
  const { bucket, storage, waits } = await laid({ faults: [fault] }, { onWait: () => put(storage, "new", "theirs") });
  const write = { object: "new", bytes: SMALL, contentType: "text/plain", ifGeneration: "0" } as const;
  expect((await bucket.write(write)).status).toBe("conflict");
  expect(waits).toHaveLength(1);
});

test("a large upload whose session the service has forgotten begins anew", async () => {
  const fault = { fault: "refuse", status: "NOT_FOUND", method: "storage.objects.insert", resource: "models" } as const;
  const { bucket, storage } = await laid({ faults: [{ ...fault, message: "No such upload session.", calls: [3] }] });
  expect((await upload(bucket, LARGE)).status).toBe("written");
  const answer = await fetch(`${storage.address}/models/new`);
  expect(Buffer.from(await answer.arrayBuffer()).equals(LARGE)).toBe(true);
});

test("what the service asks to be waited for is waited for", async () => {
  const fault = { fault: "tooManyRequests", retryAfterSeconds: 7, resource: "models/there", calls: [1] } as const;
  const { bucket, waits } = await laid({ faults: [fault] });
  await bucket.head({ object: "there" });
  expect(waits).toEqual([7_000]);
});

test("a server that nobody has started is told within three tries", async () => {
  const { credentials } = tokens();
  const environment = { MODEL_RELEASE_STORAGE_API: "http://127.0.0.1:9" };
  const { pace, waits } = recordedPace();
  const bucket = cloudStorage({ environment, credentials, pace }).bucket("models");
  await expect(bucket.head({ object: "x" })).rejects.toMatchObject({ code: "bucket-unreachable" });
  expect(waits).toHaveLength(2);
});

const SECOND_ON = Array.from({ length: 100 }, (_, index) => index + 2);

function tokens() {
  let renewed = 0;
  const credentials: Credentials = {
    bearer: async () => `Bearer token-${renewed}`,
    renew: async () => {
      renewed += 1;
    },
  };
  return { credentials, renewals: () => renewed };
}
