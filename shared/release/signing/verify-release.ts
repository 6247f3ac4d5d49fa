import type { Files } from "../../ports/files.ts";
import type { Artifact } from "../artifact.ts";
import type { Manifest } from "../manifest.ts";
import { MAX_BUNDLE_BYTES } from "./bundle.ts";
import { findBundle } from "./find-bundle.ts";
import { type SignatureResult, type Trust, verifySignature } from "./verify-signature.ts";

const MAX_TRUST_BYTES = 1 << 20;

export interface ReleasePlace {
  /** The manifest's folder. */
  readonly folder: string;
  readonly directory: string;
  readonly artifact: Artifact;
}

/** The bundle beside the artifact, held against the signer that the manifest names; null where it names none. */
export async function verifyRelease(
  { artifact: { signedBy } }: Manifest,
  { folder, directory, artifact }: ReleasePlace,
  files: Files,
): Promise<SignatureResult | null> {
  if (signedBy === undefined) return null;
  const bundlePath = await findBundle(directory, files);
  if (bundlePath === undefined) return unsigned(directory);
  const [method, path] =
    "key" in signedBy ? (["key", signedBy.key] as const) : (["certificate", signedBy.certificate] as const);
  const trust: Trust = { method, pem: await files.read(`${folder}/${path}`, MAX_TRUST_BYTES), path };
  const bundle = await files.read(bundlePath, MAX_BUNDLE_BYTES);
  return verifySignature({ bundle, bundlePath, trust, directory, entries: artifact.entries }, files);
}

function unsigned(directory: string): SignatureResult {
  return {
    status: "failed",
    reason: "the manifest names a signer, and there is no model.sig inside or beside the artifact",
    fix: "Sign the artifact with model_signing, or remove artifact.signedBy.",
    where: directory,
  };
}
