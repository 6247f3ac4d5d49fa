import { createPublicKey } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { localFiles } from "../../../../shared/adapters/files/files.ts";
import { Failure } from "../../../../shared/failure.ts";
import { parseBundle } from "../../../../shared/release/signing/bundle.ts";
import { verifyEnvelope } from "../../../../shared/release/signing/dsse.ts";
import { type SigningMethod, verifySignature } from "../../../../shared/release/signing/verify-signature.ts";
import { describeCorpus } from "../../../corpus.ts";

interface UpstreamCase {
  readonly signature: string;
  readonly method: "elliptic-key" | "certificate" | "sigstore";
  readonly model_path: string;
  readonly ignore_paths: readonly string[];
  readonly trust?: string;
  readonly expected: "valid" | "invalid";
}

interface Vector {
  readonly envelope: { payload: string; payloadType: string; signatures: readonly { sig: string }[] };
  readonly key: string;
  readonly expected: "valid" | "invalid";
  readonly why?: string;
}

const METHODS: Readonly<Record<string, SigningMethod>> = { "elliptic-key": "key", certificate: "certificate" };
const files = localFiles();

describeCorpus("bundles that model_signing wrote from v0.3.1 to v1.1.0, and tampered copies", (corpus) => {
  const upstream = join(corpus, "signing/model-transparency_Apache-2.0");
  const cases = Object.entries(readJson<Record<string, UpstreamCase>>(join(upstream, "index.json")));

  test.each(cases.filter(([, { method }]) => method !== "sigstore"))("%s", async (name, upstreamCase) => {
    const result = await verifyCase(join(upstream, name), upstreamCase, upstream);
    expect(result.status).toBe(upstreamCase.expected === "valid" ? "verified" : "failed");
  });

  test.each(cases.filter(([, { method }]) => method === "sigstore"))(
    "%s is not supported",
    async (name, upstreamCase) => {
      const trust = { ...upstreamCase, method: "elliptic-key", trust: "keys/signing-key-pub.pem" } as const;
      const result = await verifyCase(join(upstream, name), trust, upstream);
      expect(result).toMatchObject({
        status: "failed",
        reason: expect.stringContaining("sigstore method is not supported"),
      });
    },
  );
});

describeCorpus("DSSE vectors", (corpus) => {
  const { vectors, public_keys_pem } = readJson<{ vectors: Vector[]; public_keys_pem: Record<string, string> }>(
    join(corpus, "signing/dsse_vectors.json"),
  );

  test.each(vectors.map((vector, index) => [index, vector] as const))("vector %i", (_, { envelope, key, expected }) => {
    const parsed = {
      payloadType: envelope.payloadType,
      payload: Buffer.from(envelope.payload, "base64"),
      signatures: envelope.signatures.map(({ sig }) => Buffer.from(sig, "base64")),
    };
    const encoding = verifyEnvelope(parsed, createPublicKey(public_keys_pem[key]!));
    expect(encoding).toBe(expected === "valid" ? "dsse" : undefined);
  });
});

describeCorpus("attestations of other kinds", (corpus) => {
  const folder = join(corpus, "signing/slsa-verifier_Apache-2.0");
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => {
    return statSync(join(folder, path)).isFile();
  });

  test.each(paths)("%s is read as a bundle or refused with a fix", (path) => {
    try {
      expect(parseBundle(readFileSync(join(folder, path)), path).mediaType).toContain("sigstore.bundle");
    } catch (error) {
      expect(error).toBeInstanceOf(Failure);
    }
  });
});

async function verifyCase(
  folder: string,
  { signature, method, model_path, ignore_paths, trust }: UpstreamCase,
  root: string,
) {
  const all = await files.list(folder);
  const listed = model_path === "." ? all : all.filter(({ path }) => path === model_path);
  const entries = await Promise.all(
    listed.map(async ({ path }) => ({ path, ...(await files.hash(join(folder, path))) })),
  );
  const bundlePath = `${folder}/${signature}`;
  const request = {
    bundle: readFileSync(bundlePath),
    bundlePath,
    trust: { method: METHODS[method]!, pem: readFileSync(join(root, trust!)), path: trust! },
    directory: folder,
    entries,
    ignorePaths: ignore_paths,
  };
  return verifySignature(request, files);
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, "utf8"));
}
