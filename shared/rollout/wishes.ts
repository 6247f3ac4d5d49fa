import { Failure } from "../failure.ts";
import type { DeploymentWish, MachineWish } from "../ports/endpoint.ts";
import type { UploadWish } from "../ports/registry.ts";
import type { Manifest } from "../release/manifest.ts";
import { uploadUri } from "../release/upload-artifact.ts";
import type { Cause, Intent } from "./intent.ts";

const SHORT_DIGEST = 12;

/** Where the artifact of a digest lies, for ever: nothing there is overwritten. */
export function artifactUriOf({ model, artifact, target }: Pick<Manifest, "model" | "artifact" | "target">): string {
  return uploadUri({ model: model.name, digest: artifact.digest }, target!.bucket);
}

export function uploadWish(manifest: Manifest, { commit }: Cause): UploadWish {
  const { model, artifact } = manifest;
  return {
    model: model.name,
    artifactUri: artifactUriOf(manifest),
    image: servingOf(manifest).image,
    description: `${model.name} ${model.version}, of ${model.owner}, by commit ${commit}`,
    labels: {
      "release-digest": shortDigest(artifact.digest),
      "release-commit": commit.slice(0, SHORT_DIGEST),
    },
  };
}

/** As a label carries it. */
export function shortDigest(digest: string): string {
  return digest.slice(7, 7 + SHORT_DIGEST);
}

export function deploymentWish(
  manifest: Manifest,
  version: Intent["version"],
  deployedModelId: string,
): DeploymentWish {
  const { model, artifact } = manifest;
  if (version === null)
    throw new Failure("internal", "a version is deployed before it is registered", { fix: "Report this." });
  return {
    deployedModelId,
    version,
    digest: artifact.digest,
    title: `${model.name} ${model.version}`,
    machine: machineOf(servingOf(manifest)),
    serviceAccount: null,
  };
}

type Serving = NonNullable<Manifest["serving"]>;

function servingOf({ serving }: Manifest): Serving {
  if (serving !== undefined) return serving;
  throw new Failure("manifest-invalid", "the manifest does not say what serves the model", {
    fix: "Add serving to it.",
  });
}

function machineOf({ machineType, accelerator, replicas }: Serving): MachineWish {
  return { machineType, accelerator: accelerator ?? null, replicas };
}
