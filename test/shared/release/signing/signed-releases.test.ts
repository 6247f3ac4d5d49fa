import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { localFiles } from "../../../../shared/adapters/files/files.ts";
import { type SigningMethod, verifySignature } from "../../../../shared/release/signing/verify-signature.ts";

interface Case {
  readonly bundle: string;
  readonly method: SigningMethod;
  readonly status: "verified" | "failed";
}

const folder = join(import.meta.dirname, "../../../../fixtures/releases/signed");
const cases: readonly Case[] = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));
const files = localFiles();

test.each(cases)(
  "$bundle of the reference implementation has $status by $method",
  async ({ bundle, method, status }) => {
    const directory = join(folder, "model");
    const bundlePath = join(folder, bundle);
    const path = join(folder, method === "key" ? "release.pub" : "root.pem");
    const listed = await files.list(directory);
    const entries = await Promise.all(
      listed.map(async (file) => ({ ...file, ...(await files.hash(join(directory, file.path))) })),
    );
    const trust = { method, pem: readFileSync(path), path };
    const request = { bundle: readFileSync(bundlePath), bundlePath, trust, directory, entries };
    const result = verifySignature(request, files);
    expect(result).toMatchObject(status === "verified" ? { status, covered: 4 } : { status });
  },
);
