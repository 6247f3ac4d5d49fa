import { Failure } from "../../../shared/failure.ts";
import { type Inspection, type InspectionOptions, inspectModel } from "../../../shared/model/inspection.ts";
import type { ReleaseInspection } from "../../../shared/model/release-inspection.ts";
import type { ManifestFile } from "../../../shared/release/open-release.ts";
import type { CommandPorts, CommandResult, Invocation } from "./command.ts";
import { inspectionText } from "./inspection-text.ts";

/** The inspection of a folder, or of a manifest and the artifact that it pins. */
export async function inspect({ operands, options }: Invocation, ports: CommandPorts): Promise<CommandResult> {
  const target = ports.resolve(operands[0]!);
  const version = options.get("tensorflow-version");
  const wanted = { tensorflowVersion: typeof version === "string" ? version : null };
  const document = (await isManifest(target, ports))
    ? await inspectManifest({ path: target, title: operands[0]! }, wanted, ports)
    : (await inspectModel(target, wanted, ports)).inspection;
  return {
    exitCode: passes(document) ? 0 : 1,
    document,
    text: (style) => inspectionText(document, operands[0]!, style),
  };
}

/** Manifests need ajv and yaml, which take longer to load than a small model to inspect. */
async function inspectManifest(file: ManifestFile, options: InspectionOptions, ports: CommandPorts) {
  const [{ inspectRelease }, { besideManifest, openRelease, readRelease }, { bucketCopies }, { isInBucket }] =
    await Promise.all([
      import("../../../shared/model/release-inspection.ts"),
      import("../../../shared/release/open-release.ts"),
      import("../../../shared/release/bucket-copies.ts"),
      import("../../../shared/release/bucket-place.ts"),
    ]);
  const release = await readRelease(file, ports.files);
  if (!isInBucket(release.manifest.artifact.uri)) return inspectRelease(besideManifest(release), options, ports);
  const fetching = await ports.validate();
  await using scratch = await fetching.scratch();
  return await inspectRelease(await openRelease(release, bucketCopies(scratch.folder, fetching)), options, ports);
}

async function isManifest(path: string, { files }: CommandPorts): Promise<boolean> {
  if ((await files.kind(path)) !== "file") return false;
  if (/\.ya?ml$/i.test(path)) return true;
  const fix = /\.(keras|h5|hdf5)$/i.test(path)
    ? "Export it as a SavedModel with `model.export(folder)` and inspect the folder."
    : "Name the folder that holds saved_model.pb, or a release.yaml.";
  throw new Failure("usage", `${path} is a file, neither a SavedModel's folder nor a manifest`, { fix });
}

function passes(inspection: Inspection | ReleaseInspection): boolean {
  const isSound = inspection.safety.status === "pass" && inspection.servable.status === "pass";
  if (!("release" in inspection)) return isSound;
  const { matches, contract, missing, signature } = inspection.release;
  const isClean = inspection.lint.every(({ level }) => level !== "fail");
  return isSound && isClean && matches && contract.length + missing.length === 0 && signature?.status !== "failed";
}
