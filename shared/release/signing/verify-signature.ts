import type { KeyObject } from "node:crypto";
import type { Files } from "../../ports/files.ts";
import { type Bundle, parseBundle } from "./bundle.ts";
import { nameOf, readTrustedCertificates, verifyChain } from "./certificate-chain.ts";
import { compareFiles, type Differences, type HashedFile, refuseDifferences } from "./coverage.ts";
import { verifyEnvelope } from "./dsse.ts";
import { describeKey, keyHint, readPublicKey, signatureDigest } from "./public-key.ts";
import { isRefusal, type Refusal, refuse, refuseSigstore } from "./refusal.ts";
import { readStatement, type SignedManifest } from "./statement.ts";

export type SigningMethod = "key" | "certificate";

/** The file that `artifact.signedBy` names: a PEM public key, or PEM root certificates. */
export interface Trust {
  readonly method: SigningMethod;
  readonly pem: Uint8Array;
  readonly path: string;
}

export interface SignatureRequest {
  readonly bundle: Uint8Array;
  /** A bundle inside the artifact's directory does not have to cover itself. */
  readonly bundlePath: string;
  readonly trust: Trust;
  readonly directory: string;
  readonly entries: readonly HashedFile[];
  /** Files, and folders with all they hold, that the verifier lets pass uncovered. */
  readonly ignorePaths?: readonly string[];
}

export type SignatureResult =
  | {
      readonly status: "verified";
      readonly method: SigningMethod;
      readonly signer: string;
      /** Files that the signature covers. */
      readonly covered: number;
      /** Paths that the signer left out; nothing at them passed uncovered. */
      readonly leftOut: readonly string[];
    }
  | {
      readonly status: "failed";
      readonly reason: string;
      readonly fix: string;
      /** The bundle, or the directory where files differ. */
      readonly where: string;
      readonly differences?: Differences;
    };

interface Signer {
  readonly key: KeyObject;
  readonly name: string;
}

const PAYLOAD_TYPE = "application/vnd.in-toto+json";
const MEDIA_TYPES: ReadonlySet<string> = new Set([
  "application/vnd.dev.sigstore.bundle+json;version=0.1",
  "application/vnd.dev.sigstore.bundle+json;version=0.2",
  "application/vnd.dev.sigstore.bundle+json;version=0.3",
  "application/vnd.dev.sigstore.bundle.v0.3+json",
]);

/**
 * Verifies an OpenSSF model signing bundle: who signed, that the signature is theirs, and that it covers exactly the
 * artifact's files. Throws a Failure only where the trusted file or the bundle cannot be read.
 */
export function verifySignature(request: SignatureRequest, files: Files): SignatureResult {
  const { trust, bundlePath } = request;
  const bundle = parseBundle(request.bundle, bundlePath);
  const signer = refuseForm(bundle) ?? findSigner(bundle, trust, bundlePath);
  if (isRefusal(signer)) return failed(signer, bundlePath);
  const manifest = readSigned(bundle, signer, bundlePath);
  if (isRefusal(manifest)) return failed(manifest, bundlePath);
  const found = compareFiles(manifest, { ...request, isExempt: exemption(request) }, files);
  const refusal = refuseDifferences(found, manifest);
  if (refusal !== undefined) return { ...failed(refusal, request.directory), differences: found };
  const covered = manifest.files.size;
  return { status: "verified", method: trust.method, signer: signer.name, covered, leftOut: manifest.leftOut };
}

function failed({ refused, fix }: Refusal, where: string): SignatureResult & { readonly status: "failed" } {
  return { status: "failed", reason: refused, fix, where };
}

function refuseForm({ mediaType, envelope }: Bundle): Refusal | undefined {
  const fix = "Sign the artifact again with model_signing.";
  if (!MEDIA_TYPES.has(mediaType)) {
    return refuse(`the bundle's media type ${mediaType.slice(0, 100)} is not supported`, fix);
  }
  if (envelope.payloadType !== PAYLOAD_TYPE) {
    return refuse(`it signs a ${envelope.payloadType.slice(0, 100)}, not an in-toto statement`, fix);
  }
  const count = envelope.signatures.length;
  return count === 1 ? undefined : refuse(`the bundle must hold exactly one signature, and holds ${count}`, fix);
}

function findSigner({ material }: Bundle, trust: Trust, bundlePath: string): Signer | Refusal {
  if (material.method === "sigstore") return refuseSigstore();
  if (trust.method === "key") {
    const key = readPublicKey(trust.pem, trust.path);
    return material.method === "key" ? identify(key, material.hint) : refuseMethod("certificate");
  }
  const trusted = readTrustedCertificates(trust.pem, trust.path);
  if (material.method === "key") return refuseMethod("key");
  const certificate = verifyChain(material.certificates, trusted, bundlePath);
  if (isRefusal(certificate)) return certificate;
  const { publicKey: key } = certificate;
  if (signatureDigest(key) !== undefined) return { key, name: nameOf(certificate) };
  return refuse(
    `the certificate ${nameOf(certificate)} holds ${describeKey(key)}, which does not sign models`,
    "Sign with a certificate for a P-256, P-384, P-521 or Ed25519 key.",
  );
}

function refuseMethod(used: SigningMethod): Refusal {
  return refuse(`it is signed with a ${used}`, `Name the trusted ${used} as artifact.signedBy.${used}, or sign anew.`);
}

/** The hint is not signed, yet the reference holds a signer to it. */
function identify(key: KeyObject, hint: string | undefined): Signer | Refusal {
  const own = keyHint(key);
  if (hint === undefined || hint === "" || hint === own) return { key, name: `key ${own}` };
  return refuse(
    `it is signed with the key ${hint.slice(0, 100)}, and the trusted key is ${own}`,
    "Sign with the trusted key, or trust the key that signed.",
  );
}

function readSigned({ envelope }: Bundle, signer: Signer, where: string): SignedManifest | Refusal {
  const encoding = verifyEnvelope(envelope, signer.key);
  if (encoding !== undefined) return readStatement(envelope, encoding, where);
  return refuse(
    `the signature was not made by ${signer.name} over this statement`,
    "Sign the artifact again with the trusted signer, and keep the bundle as the signer wrote it.",
  );
}

function exemption({ bundlePath, directory, ignorePaths = [] }: SignatureRequest): (path: string) => boolean {
  const own = `${directory}/`;
  const ignored = bundlePath.startsWith(own) ? [bundlePath.slice(own.length), ...ignorePaths] : ignorePaths;
  return (path) => ignored.some((one) => path === one || path.startsWith(`${one}/`));
}
