import { Failure } from "../failure.ts";
import type { Files } from "../ports/files.ts";
import type { Log } from "../ports/log.ts";
import type { Signature } from "../ports/signature.ts";
import { type Completeness, completeness, placeholders } from "../release/completeness.ts";
import { contractMismatches, type Mismatch } from "../release/contract.ts";
import { type Manifest, readManifest } from "../release/manifest.ts";
import { escapingPaths, pathsOf, type RepositoryPath } from "../release/paths.ts";
import { tensorflowOfImage } from "../release/serving-image.ts";
import { verifyRelease } from "../release/signing/verify-release.ts";
import type { SignatureResult } from "../release/signing/verify-signature.ts";
import { failureOf } from "../schema/validate.ts";
import { type Inspection, type InspectionOptions, inspectModel } from "./inspection.ts";

/** What a release declares, held against the model that it pins. */
export interface ReleaseInspection extends Inspection {
  readonly release: {
    readonly name: string;
    readonly version: string;
    readonly artifact: string;
    readonly declaredDigest: string;
    readonly matches: boolean;
    readonly contract: readonly Mismatch[];
    readonly completeness: Completeness;
    /** Fields that still say TODO. */
    readonly placeholders: readonly string[];
    /** Files that the manifest names and the repository lacks. */
    readonly missing: readonly RepositoryPath[];
    /** Null when the manifest names no signer. */
    readonly signature: SignatureResult | null;
  };
}

interface Ports {
  readonly files: Files;
  readonly log: Log;
}

const MAX_MANIFEST_BYTES = 1 << 20;

export interface ManifestFile {
  readonly path: string;
  /** How the user called it, which is how problems name it. */
  readonly title: string;
}

export async function inspectRelease(
  file: ManifestFile,
  options: InspectionOptions,
  ports: Ports,
): Promise<ReleaseInspection> {
  const folder = parentOf(file.path);
  const manifest = await readInRepository(file, ports.files);
  const directory = artifactDirectory(manifest, folder);
  const tensorflowVersion = options.tensorflowVersion ?? tensorflowOfImage(manifest.serving?.image ?? "");
  const { inspection, artifact } = await inspectModel(directory, { tensorflowVersion }, ports);
  const { name, version } = manifest.model;
  return {
    ...inspection,
    release: {
      name,
      version,
      artifact: directory,
      declaredDigest: manifest.artifact.digest,
      matches: manifest.artifact.digest === inspection.digest,
      contract: compareContract(manifest, inspection.signatures),
      completeness: completeness(manifest),
      placeholders: placeholders(manifest),
      missing: await missingPaths(manifest, folder, ports.files),
      signature: await verifyRelease(manifest, { folder, directory, artifact }, ports.files),
    },
  };
}

/** The manifest, refused with every problem where one of its paths leaves the repository. */
async function readInRepository({ path, title }: ManifestFile, files: Files): Promise<Manifest> {
  const { manifest, problemAt } = readManifest(await files.read(path, MAX_MANIFEST_BYTES), title);
  const folder = parentOf(path);
  const top = await repositoryTop(folder, files);
  const escaping = escapingPaths(manifest, folder.slice(top.length).replace(/^\//, ""));
  if (escaping.length > 0) throw failureOf("manifest-invalid", escaping.map(problemAt));
  return manifest;
}

/** The nearest folder that holds `.git`, a folder or a worktree's file; else the manifest's own. */
async function repositoryTop(folder: string, files: Files): Promise<string> {
  for (let top = folder; top !== ""; top = parentOf(top)) {
    if ((await files.kind(`${top}/.git`)) !== "missing") return top;
  }
  return folder;
}

function artifactDirectory({ artifact }: Manifest, folder: string): string {
  if (!artifact.uri.startsWith("gs://")) return `${folder}/${artifact.uri}`.replaceAll("/./", "/").replace(/\/+$/, "");
  throw new Failure("usage", `the artifact lies in a bucket, at ${artifact.uri}, which inspect does not read`, {
    fix: "Copy it to a folder and inspect that.",
  });
}

function compareContract({ artifact, contract }: Manifest, signatures: readonly Signature[]): readonly Mismatch[] {
  const served = signatures.find(({ name }) => name === artifact.signatureName);
  if (served !== undefined) return contractMismatches(contract, served);
  const actual = signatures.map(({ name }) => name).join(", ") || "none";
  return [
    {
      path: "artifact.signatureName",
      declared: artifact.signatureName,
      actual,
      message: `the model has no signature ${artifact.signatureName}, but ${actual}`,
    },
  ];
}

async function missingPaths(manifest: Manifest, folder: string, files: Files): Promise<readonly RepositoryPath[]> {
  const named = pathsOf(manifest).filter(({ kind }) => kind !== "pattern");
  const kinds = await Promise.all(named.map(({ path }) => files.kind(`${folder}/${path}`)));
  return named.filter((_, index) => kinds[index] === "missing");
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
