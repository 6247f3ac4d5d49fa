import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import type { Files, OpenFile } from "../../../../shared/ports/files.ts";
import {
  type SignatureRequest,
  type SignatureResult,
  verifySignature,
} from "../../../../shared/release/signing/verify-signature.ts";
import type { KeyPair } from "./certificate-maker.ts";

export type Contents = Readonly<Record<string, string>>;
export type Curve = "P-256" | "P-384" | "P-521";

const PAYLOAD_TYPE = "application/vnd.in-toto+json";
const DIGESTS = { prime256v1: "sha256", secp384r1: "sha384", secp521r1: "sha512" };

export const MODEL: Contents = {
  "saved_model.pb": "graph",
  "variables/variables.index": "index",
  "assets/empty.txt": "",
};

export function keyPair(namedCurve: Curve = "P-256"): KeyPair {
  return generateKeyPairSync("ec", { namedCurve });
}

/** A bundle that a test may bend out of shape before it is written. */
export interface LooseBundle {
  mediaType: string;
  verificationMaterial: {
    publicKey?: { hint?: string | null };
    certificate?: object;
    x509CertificateChain?: object;
    tlogEntries?: object[];
  };
  dsseEnvelope: {
    payload: string;
    payloadType: string;
    signatures: { sig: string; keyid: string | null }[];
  };
}

export interface StatementParts {
  readonly resources?: readonly object[];
  readonly serialization?: object;
  readonly subject?: readonly object[];
  readonly over?: object;
}

/** What model_signing 1.x states about these files, with the parts that a test replaces. */
export function statement(
  contents: Contents,
  { resources, serialization, subject, over }: StatementParts = {},
): object {
  const listed = resources ?? wholeFiles(contents);
  return {
    _type: "https://in-toto.io/Statement/v1",
    subject: subject ?? [{ name: "model", digest: { sha256: rootDigest(listed) } }],
    predicateType: "https://model_signing/signature/v1.0",
    predicate: {
      serialization: { method: "files", hash_type: "sha256", allow_symlinks: false, ...serialization },
      resources: listed,
    },
    ...over,
  };
}

export function wholeFiles(
  contents: Contents,
  algorithm = "sha256",
  digest = algorithm,
): { name: string; algorithm: string; digest: string }[] {
  const names = Object.keys(contents).sort();
  return names.map((name) => ({ name, algorithm, digest: hashOf(contents[name]!, digest) }));
}

export function shards(contents: Contents, size: number): { name: string; algorithm: string; digest: string }[] {
  return Object.entries(contents).flatMap(([path, text]) => {
    return Array.from({ length: Math.ceil(text.length / size) }, (_, index) => {
      const end = Math.min(text.length, (index + 1) * size);
      const digest = hashOf(text.slice(index * size, end));
      return { name: `${path}:${index * size}:${end}`, algorithm: `sha256-sharded-${size}`, digest };
    });
  });
}

function rootDigest(resources: readonly object[]): string {
  const digests = resources.map((resource) => ("digest" in resource ? String(resource.digest) : ""));
  return createHash("sha256")
    .update(Buffer.from(digests.join(""), "hex"))
    .digest("hex");
}

export function hashOf(text: string, algorithm = "sha256"): string {
  return createHash(algorithm).update(text).digest("hex");
}

export function bundleOf(payload: object | string, { privateKey, publicKey }: KeyPair, material?: object): LooseBundle {
  const text = typeof payload === "string" ? payload : JSON.stringify(payload);
  const signed = Buffer.from(`DSSEv1 ${PAYLOAD_TYPE.length} ${PAYLOAD_TYPE} ${Buffer.byteLength(text)} ${text}`);
  return {
    mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
    verificationMaterial: material ?? { publicKey: { hint: hashOf(pemOfKey(publicKey).toString()) }, tlogEntries: [] },
    dsseEnvelope: {
      payload: Buffer.from(text).toString("base64"),
      payloadType: PAYLOAD_TYPE,
      signatures: [{ sig: sign(digestFor(privateKey), signed, privateKey).toString("base64"), keyid: "" }],
    },
  };
}

export function chainOf(...certificates: readonly Buffer[]): object {
  return { x509CertificateChain: { certificates: certificates.map((der) => ({ rawBytes: der.toString("base64") })) } };
}

export function pemOfKey(key: KeyObject): Buffer {
  return Buffer.from(key.export({ type: "spki", format: "pem" }).toString());
}

export function check(
  bundle: object | string | Uint8Array,
  contents: Contents,
  rest: Partial<SignatureRequest> & Pick<SignatureRequest, "trust">,
): SignatureResult {
  const bytes =
    bundle instanceof Uint8Array ? bundle : Buffer.from(typeof bundle === "string" ? bundle : JSON.stringify(bundle));
  const entries = Object.entries(contents).map(([path, text]) => {
    return { path, sizeBytes: Buffer.byteLength(text), sha256: hashOf(text) };
  });
  return verifySignature(
    { bundle: bytes, bundlePath: "m.sig", directory: "m", entries, ...rest },
    memoryFiles("m", contents),
  );
}

export function trustKey(key: KeyObject): SignatureRequest["trust"] {
  return { method: "key", pem: pemOfKey(key), path: "release.pub" };
}

/** Only reads: nothing that verifies a signature may do more. */
export function memoryFiles(directory: string, contents: Contents): Files {
  const refuse = () => Promise.reject(new Error("not for verifying"));
  return { kind: refuse, list: refuse, read: refuse, hash: refuse, write: refuse, open };
  function open(path: string): OpenFile {
    const bytes = Buffer.from(contents[path.slice(directory.length + 1)]!);
    return {
      sizeBytes: bytes.length,
      read: (at, length) => bytes.subarray(at, at + length),
      [Symbol.dispose]: () => {},
    };
  }
}

function digestFor(key: KeyObject): string | null {
  const curve = key.asymmetricKeyDetails?.namedCurve;
  return curve === undefined
    ? key.asymmetricKeyType === "rsa"
      ? "sha256"
      : null
    : DIGESTS[curve as keyof typeof DIGESTS];
}
