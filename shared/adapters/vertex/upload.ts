import type { Outcome, Running } from "../../ports/outcome.ts";
import type { ModelVersion, UploadOperation, UploadWish } from "../../ports/registry.ts";
import { attempts, type Ground, MAX_RESENDS, type OneAttempt, pause, refusalOf } from "./ground.ts";
import { listVersions } from "./list-versions.ts";
import { parentOf } from "./names.ts";
import { follow, untilSettled } from "./operations.ts";

/** How long an upload that nobody answered is looked for before the caller is told that nobody knows. */
const LOOK_MS = 10_000;

export async function findVersion(model: string, artifactUri: string, ground: Ground): Promise<Outcome<ModelVersion>> {
  const listed = await listVersions(model, ground);
  if (listed.kind !== "done") return listed;
  const found = listed.value.find((version) => version.artifactUri === artifactUri);
  if (found !== undefined) return { kind: "done", value: found };
  return { kind: "absent", message: `${model} has no version of ${artifactUri}` };
}

/** Nothing tells two uploads of one artifact apart, so none is made while there may be another. */
export async function upload(wish: UploadWish, model: string, ground: Ground): Promise<Outcome<UploadOperation>> {
  for (let tries = 0; ; tries++) {
    const listed = await listVersions(model, ground);
    if (listed.kind !== "done") return listed;
    if (listed.value.some(({ artifactUri }) => artifactUri === wish.artifactUri)) return started(wish, null);
    const isFirst = listed.value.length === 0;
    const called = await attempts(
      "uploadModel",
      (options) => register({ wish, parentModel: isFirst ? null : model }, ground, options),
      ground,
    );
    if (called.kind === "answered") return started(wish, called.value);
    const outcome = refusalOf(called.fault, "uploadModel", wish.artifactUri);
    if (outcome.kind === "ambiguous") return (await isFound(wish, model, ground)) ? started(wish, null) : outcome;
    // Two first versions at once: the other made the model, and ours becomes its second.
    if (called.fault.code !== "ALREADY_EXISTS" || !isFirst || tries === MAX_RESENDS) return outcome;
    await pause(tries, ground);
  }
}

export function settleUpload(
  { artifactUri, operation }: UploadOperation,
  { waitMs, model, ground }: { readonly waitMs: number; readonly model: string; readonly ground: Ground },
): Promise<Outcome<ModelVersion> | Running> {
  return untilSettled({
    waitMs,
    ground,
    follow: (leftMs) => follow({ name: operation, method: "uploadModel", subject: artifactUri, leftMs }, ground),
    readBack: async () => {
      const found = await findVersion(model, artifactUri, ground);
      return found.kind === "absent" ? "not yet" : found;
    },
  });
}

function started({ model, artifactUri }: UploadWish, operation: string | null): Outcome<UploadOperation> {
  return { kind: "done", value: { model, artifactUri, operation } };
}

interface Registration {
  readonly wish: UploadWish;
  /** The model's whole name; null makes the model. */
  readonly parentModel: string | null;
}

async function register(
  { wish, parentModel }: Registration,
  { clients, place }: Ground,
  options: OneAttempt,
): Promise<string | null> {
  const { model, artifactUri, image, description, labels } = wish;
  const request = {
    parent: parentOf(place),
    ...(parentModel === null ? { modelId: model } : { parentModel }),
    model: {
      displayName: model,
      versionDescription: description,
      artifactUri,
      containerSpec: { imageUri: image },
      labels: { ...labels },
    },
  };
  const [operation] = await (await clients.models()).uploadModel(request, options);
  return operation.name ?? null;
}

async function isFound({ artifactUri }: UploadWish, model: string, ground: Ground): Promise<boolean> {
  const endMs = ground.pace.nowMs() + LOOK_MS;
  for (let tries = 0; ground.pace.nowMs() < endMs; tries++) {
    const found = await findVersion(model, artifactUri, ground);
    if (found.kind !== "absent") return found.kind === "done";
    await pause(tries, ground);
  }
  return false;
}
