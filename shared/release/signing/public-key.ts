import { createHash, createPublicKey, type KeyObject } from "node:crypto";
import { Failure } from "../../failure.ts";

const MAX_KEY_BYTES = 64 * 2 ** 10;
const CURVE_DIGESTS: Readonly<Record<string, string>> = {
  prime256v1: "sha256",
  secp384r1: "sha384",
  secp521r1: "sha512",
};

/** The key that the manifest trusts, from a PEM file. */
export function readPublicKey(pem: Uint8Array, where: string): KeyObject {
  const text = Buffer.from(pem.subarray(0, MAX_KEY_BYTES)).toString("latin1");
  const label = /-----BEGIN ([A-Z0-9 ]+)-----/.exec(text)?.[1];
  if (pem.length > MAX_KEY_BYTES || label !== "PUBLIC KEY") throw notAPublicKey(where, label);
  const key = parseKey(text, where);
  if (signatureDigest(key) === undefined) {
    throw new Failure("signature-unreadable", `${where}: ${describeKey(key)} does not sign models`, {
      fix: "Sign with a P-256, P-384, P-521 or Ed25519 key, and trust its public half.",
    });
  }
  return key;
}

/** The digest that the key alone prescribes, so that nothing in a bundle chooses it; null where the scheme has its own. */
export function signatureDigest(key: KeyObject): string | null | undefined {
  if (key.asymmetricKeyType === "ed25519") return null;
  if (key.asymmetricKeyType !== "ec") return undefined;
  return CURVE_DIGESTS[key.asymmetricKeyDetails?.namedCurve ?? ""];
}

/** What signers write as `hint`: the SHA-256 of the key's PEM text. */
export function keyHint(key: KeyObject): string {
  return createHash("sha256")
    .update(key.export({ type: "spki", format: "pem" }))
    .digest("hex");
}

export function describeKey(key: KeyObject): string {
  const curve = key.asymmetricKeyDetails?.namedCurve;
  return `a key of type ${key.asymmetricKeyType ?? "unknown"}${curve === undefined ? "" : ` on ${curve}`}`;
}

function parseKey(text: string, where: string): KeyObject {
  try {
    return createPublicKey({ key: text, format: "pem" });
  } catch (cause) {
    throw new Failure("signature-unreadable", `${where} holds no readable public key`, {
      fix: "Write the public key again, as `openssl pkey -pubout` prints it.",
      cause,
    });
  }
}

function notAPublicKey(where: string, label: string | undefined): Failure {
  if (label?.endsWith("PRIVATE KEY")) {
    return new Failure("signature-unreadable", `${where} is a private key, where its public half belongs`, {
      fix: "Replace the key pair, and commit only the public key.",
    });
  }
  const found = label === undefined ? "no PEM text" : label === "CERTIFICATE" ? "a certificate" : `PEM of a ${label}`;
  return new Failure("signature-unreadable", `${where} holds ${found}, not a public key`, {
    fix: "Point artifact.signedBy.key at a PEM public key, or use artifact.signedBy.certificate.",
  });
}
