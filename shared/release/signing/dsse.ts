import { type KeyObject, verify } from "node:crypto";
import { signatureDigest } from "./public-key.ts";

/** A payload and who signed it (DSSE v1). The `keyid` of a signature is a hint to anyone but us, and not read. */
export interface Envelope {
  readonly payloadType: string;
  readonly payload: Uint8Array;
  readonly signatures: readonly Uint8Array[];
}

/** How the signed bytes were laid out: by the DSSE specification, or as model_signing 0.2 did by mistake. */
export type Encoding = "dsse" | "v0.2";

/** A 0.2 statement of thousands of files is smaller; printing more would only cost time. */
const MAX_LEGACY_BYTES = 2 ** 20;

/** How the one signature was made with this key, or undefined when it was not. */
export function verifyEnvelope(envelope: Envelope, key: KeyObject): Encoding | undefined {
  const [signature, ...others] = envelope.signatures;
  const digest = signatureDigest(key);
  if (signature === undefined || others.length > 0 || digest === undefined) return undefined;
  if (isSigned(preAuthenticationEncoding(envelope), digest, key, signature)) return "dsse";
  return isSignedByLegacy(envelope, key, signature) ? "v0.2" : undefined;
}

/** 0.2 digested by the curve when it signed with a key, by SHA-256 always when it signed with a certificate. */
function isSignedByLegacy(envelope: Envelope, key: KeyObject, signature: Uint8Array): boolean {
  const digest = signatureDigest(key);
  if (typeof digest !== "string" || envelope.payload.length > MAX_LEGACY_BYTES) return false;
  const data = legacyEncoding(envelope);
  return ["sha256", digest].some((name) => isSigned(data, name, key, signature));
}

function isSigned(data: Uint8Array, digest: string | null, key: KeyObject, signature: Uint8Array): boolean {
  try {
    return verify(digest, data, key, signature);
  } catch {
    return false;
  }
}

function preAuthenticationEncoding({ payloadType, payload }: Envelope): Uint8Array {
  const head = `DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${payload.length} `;
  return Buffer.concat([Buffer.from(head), payload]);
}

/** 0.2 put Python's printed form of the bytes where the bytes belong, and wrote the version with a capital V. */
function legacyEncoding({ payloadType, payload }: Envelope): Uint8Array {
  const head = `DSSEV1 ${payloadType.length} ${payloadType} ${payload.length} `;
  return Buffer.from(head + printedByPython(payload));
}

function printedByPython(bytes: Uint8Array): string {
  const quote = bytes.includes(0x27) && !bytes.includes(0x22) ? '"' : "'";
  const escaped = Buffer.from(bytes)
    .toString("latin1")
    .replace(/[^ -~]|[\\']/g, (character) =>
      character === "'" && quote === '"' ? character : escapeForPython(character),
    );
  return `b${quote}${escaped}${quote}`;
}

function escapeForPython(character: string): string {
  const named = { "\t": "\\t", "\n": "\\n", "\r": "\\r", "\\": "\\\\", "'": "\\'" }[character];
  return named ?? `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
}
