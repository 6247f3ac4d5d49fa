import { Failure } from "../../failure.ts";
import type { Envelope } from "./dsse.ts";
import { arrayOf, bytesOf, type Field, fieldOf, isAbsent, objectOf, stringOf } from "./json-field.ts";
import { parseStrictJson } from "./strict-json.ts";

/** What the bundle says about its signer; none of it is trusted. */
type Material =
  | { readonly method: "key"; readonly hint: string | undefined }
  /** The signing certificate first. */
  | { readonly method: "certificate"; readonly certificates: readonly Uint8Array[] }
  | { readonly method: "sigstore" };

/** A Sigstore bundle around a DSSE envelope: the file `model.sig`. */
export interface Bundle {
  readonly mediaType: string;
  readonly material: Material;
  readonly envelope: Envelope;
}

export const MAX_BUNDLE_BYTES = 16 * 2 ** 20;
const MAX_CERTIFICATES = 16;
const MAX_CERTIFICATE_BYTES = 64 * 2 ** 10;
const CONTENTS = ["publicKey", "x509CertificateChain", "certificate"];

export function parseBundle(bytes: Uint8Array, where: string): Bundle {
  if (bytes.length > MAX_BUNDLE_BYTES) {
    throw new Failure("limit-exceeded", `${where} is larger than ${MAX_BUNDLE_BYTES} bytes`, {
      fix: "Sign with the method files instead of small shards.",
    });
  }
  const root: Field = { value: parseStrictJson(bytes, where), where: `${where}: bundle` };
  objectOf(root);
  return {
    mediaType: stringOf(fieldOf(root, "mediaType")),
    material: readMaterial(fieldOf(root, "verificationMaterial")),
    envelope: readEnvelope(fieldOf(root, "dsseEnvelope")),
  };
}

function readMaterial(material: Field): Material {
  objectOf(material);
  const given = CONTENTS.filter((name) => !isAbsent(fieldOf(material, name)));
  if (given.length !== 1) {
    throw new Failure("signature-unreadable", `${material.where} must hold exactly one of ${CONTENTS.join(", ")}`, {
      fix: "Sign the artifact again.",
    });
  }
  switch (given[0]) {
    case "publicKey":
      return { method: "key", hint: readHint(fieldOf(material, "publicKey")) };
    case "certificate":
      return readSingleCertificate(material);
    default:
      return { method: "certificate", certificates: readChain(fieldOf(material, "x509CertificateChain")) };
  }
}

/** Bundles before v1.1.0 held the key itself, as rawBytes; a key from the bundle proves nothing, so it is not read. */
function readHint(publicKey: Field): string | undefined {
  objectOf(publicKey);
  const hint = fieldOf(publicKey, "hint");
  return isAbsent(hint) ? undefined : stringOf(hint);
}

/** The keyless method writes a single certificate and its entry in the transparency log. */
function readSingleCertificate(material: Field): Material {
  const entries = fieldOf(material, "tlogEntries");
  if (!isAbsent(entries) && arrayOf(entries).length > 0) return { method: "sigstore" };
  return { method: "certificate", certificates: [readCertificate(fieldOf(material, "certificate"))] };
}

function readChain(chain: Field): readonly Uint8Array[] {
  const certificates = arrayOf(fieldOf(chain, "certificates"));
  if (certificates.length === 0 || certificates.length > MAX_CERTIFICATES) {
    throw new Failure("signature-unreadable", `${chain.where} must hold 1 to ${MAX_CERTIFICATES} certificates`, {
      fix: "Sign the artifact again with the signing certificate and its intermediates alone.",
    });
  }
  return certificates.map(readCertificate);
}

function readCertificate(certificate: Field): Uint8Array {
  const bytes = bytesOf(fieldOf(certificate, "rawBytes"));
  if (bytes.length <= MAX_CERTIFICATE_BYTES) return bytes;
  throw new Failure("limit-exceeded", `${certificate.where} is larger than ${MAX_CERTIFICATE_BYTES} bytes`, {
    fix: "Sign the artifact again with a smaller certificate.",
  });
}

function readEnvelope(envelope: Field): Envelope {
  objectOf(envelope);
  return {
    payloadType: stringOf(fieldOf(envelope, "payloadType")),
    payload: bytesOf(fieldOf(envelope, "payload")),
    signatures: arrayOf(fieldOf(envelope, "signatures")).map((signature) => bytesOf(fieldOf(signature, "sig"))),
  };
}
