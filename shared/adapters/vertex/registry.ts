import { Failure } from "../../failure.ts";
import type { VersionReference } from "../../ports/endpoint.ts";
import type { Outcome, Running } from "../../ports/outcome.ts";
import type { ModelVersion, Registry } from "../../ports/registry.ts";
import { attempts, type Ground, outcomeOf, pause, READ_BACK_MS, refusalOf } from "./ground.ts";
import { listVersions } from "./list-versions.ts";
import { modelVersion } from "./model-version.ts";
import { modelName, versionName } from "./names.ts";
import { removeVersion } from "./remove-version.ts";
import { findVersion, settleUpload, upload } from "./upload.ts";

const MODEL = /^[a-z][a-z0-9-]{0,62}$/;

export function vertexRegistry(ground: Ground): Registry {
  const named = (model: string): string => modelName(checked(model), ground.place);
  return {
    list: (model) => listVersions(named(model), ground),
    read: (version) => readVersion(version, ground),
    find: (model, artifactUri) => findVersion(named(model), artifactUri, ground),
    upload: (wish) => upload(wish, named(wish.model), ground),
    settle: (operation, waitMs): Promise<Outcome<ModelVersion> | Running> =>
      settleUpload(operation, { waitMs, model: named(operation.model), ground }),
    alias: (version, aliases) => moveAliases(version, aliases, ground),
    remove: (version, waitMs) => removeVersion(version, waitMs, ground),
  };
}

function checked(model: string): string {
  if (MODEL.test(model)) return model;
  throw new Failure("usage", `${JSON.stringify(model.slice(0, 100))} is no name of a model.`, {
    fix: "Set model.name to small letters, digits and hyphens, a letter first.",
  });
}

async function readVersion(version: VersionReference, ground: Ground): Promise<Outcome<ModelVersion>> {
  const name = versionName(version);
  const called = await attempts(
    "getModel",
    async (options) => (await (await ground.clients.models()).getModel({ name }, options))[0],
    ground,
  );
  const outcome = outcomeOf(called, "getModel", name);
  return outcome.kind === "done" ? { kind: "done", value: modelVersion(outcome.value, ground.place) } : outcome;
}

async function moveAliases(
  version: VersionReference,
  aliases: readonly string[],
  ground: Ground,
): Promise<Outcome<ModelVersion>> {
  const name = versionName(version);
  const called = await attempts(
    "mergeVersionAliases",
    async (options) => {
      await (await ground.clients.models()).mergeVersionAliases({ name, versionAliases: [...aliases] }, options);
    },
    ground,
  );
  if (called.kind === "failed") return refusalOf(called.fault, "mergeVersionAliases", name);
  const endMs = ground.pace.nowMs() + READ_BACK_MS;
  for (let tries = 0; ; tries++) {
    const read = await readVersion(version, ground);
    if (read.kind !== "done" || aliases.every((alias) => read.value.aliases.includes(alias))) return read;
    const message = `${name} does not hold ${aliases.join(", ")}: somebody moved them on`;
    if (ground.pace.nowMs() >= endMs) return { kind: "conflict", message };
    await pause(tries, ground);
  }
}
