import type { VersionReference } from "../../shared/ports/endpoint.ts";
import type { Absent, NotDone, Outcome, Running } from "../../shared/ports/outcome.ts";
import type { ModelVersion, Registry, UploadOperation, UploadWish } from "../../shared/ports/registry.ts";
import type { CloudMethod } from "./cloud/faults.ts";
import { type FakeGround, reading, refusal, settling, writing } from "./cloud/ground.ts";

const DIGEST = /\/sha256\/([0-9a-f]{64})\/?$/;

/** A registry in memory, held to the same contract as Vertex AI's adapter. `parent` is of its models' names. */
export function fakeRegistry(parent: string, ground: FakeGround): Registry {
  const whole = (model: string): string => `${parent}/models/${model}`;
  const versions = (model: string): readonly ModelVersion[] => ground.state.models[whole(model)]?.versions ?? [];
  const at = (model: string, artifactUri: string): ModelVersion | undefined =>
    versions(model).find((version) => version.artifactUri === artifactUri);
  const asked = <Value>(method: CloudMethod, resource: string, answer: () => Outcome<Value>): Promise<Outcome<Value>> =>
    reading({ method, resource, read: answer }, ground);
  return {
    list: (model) => asked("registry.list", whole(model), () => done(versions(model))),
    read: (version) => asked("registry.read", named(version), () => read(version, ground)),
    find: (model, artifactUri) =>
      asked("registry.find", whole(model), () => orMissing(at(model, artifactUri), artifactUri)),
    upload: (wish) => upload(wish, whole(wish.model), ground),
    settle: ({ model, artifactUri, operation }, waitMs) => {
      const effect = (): ModelVersion | undefined => at(model, artifactUri);
      return settling({ method: "registry.settle", resource: whole(model), operation, waitMs, effect }, ground);
    },
    alias: (version, aliases) => alias(version, aliases, ground),
    remove: (version, waitMs) => remove(version, waitMs, ground),
  };
}

function alias(
  version: VersionReference,
  aliases: readonly string[],
  ground: FakeGround,
): Promise<Outcome<ModelVersion>> {
  return writing(
    {
      method: "registry.alias",
      resource: named(version),
      effect: { kind: "alias", ...version, aliases },
      isOperation: false,
      instead: () => absence(version, ground),
      answer: () => read(version, ground),
    },
    ground,
  );
}

async function remove(version: VersionReference, waitMs: number, ground: FakeGround): Promise<Outcome<null> | Running> {
  const started = await startRemoval(version, ground);
  if (started.kind !== "done") return started;
  const effect = (): true | undefined => (absence(version, ground) === null ? undefined : true);
  const asked = { method: "registry.settle", resource: named(version), operation: started.value } as const;
  const settled = await settling({ ...asked, waitMs, effect }, ground);
  return settled.kind === "done" ? done(null) : settled;
}

/** Nothing tells two uploads of one artifact apart while they are under way: both become versions. */
function upload(wish: UploadWish, model: string, ground: FakeGround): Promise<Outcome<UploadOperation>> {
  const { artifactUri, image, labels } = wish;
  const sha256 = DIGEST.exec(artifactUri)?.[1];
  const digest = sha256 === undefined ? null : `sha256:${sha256}`;
  const started = (operation: string | null): Outcome<UploadOperation> =>
    done({ model: wish.model, artifactUri, operation });
  return writing(
    {
      method: "registry.upload",
      resource: model,
      effect: { kind: "register", model, version: { artifactUri, digest, image, labels, aliases: [] } },
      isOperation: true,
      instead: () => {
        const isThere = ground.state.models[model]?.versions.some((version) => version.artifactUri === artifactUri);
        return isThere ? started(null) : null;
      },
      answer: started,
    },
    ground,
  );
}

function startRemoval(version: VersionReference, ground: FakeGround): Promise<Outcome<string | null>> {
  return writing<string | null>(
    {
      method: "registry.remove",
      resource: named(version),
      effect: { kind: "remove", ...version },
      isOperation: true,
      instead: () => absence(version, ground) ?? inUse(version, ground),
      answer: done,
    },
    ground,
  );
}

function read(version: VersionReference, { state }: FakeGround): Outcome<ModelVersion> {
  const versions = state.models[version.model]?.versions ?? [];
  const found = versions.find(
    ({ reference, aliases }) => reference.version === version.version || aliases.includes(version.version),
  );
  return orMissing(found, named(version));
}

function absence(version: VersionReference, ground: FakeGround): Absent | null {
  const found = read(version, ground);
  return found.kind === "absent" ? found : null;
}

function inUse(version: VersionReference, ground: FakeGround): NotDone | null {
  const found = read(version, ground);
  const isDefault = found.kind === "done" && found.value.aliases.includes("default");
  const isDeployed = Object.values(ground.state.endpoints).some(({ deployed }) =>
    deployed.some((each) => named(each.version) === named(version)),
  );
  return isDefault || isDeployed ? refusal("state", { method: "registry.remove", resource: named(version) }) : null;
}

function named({ model, version }: VersionReference): string {
  return `${model}@${version}`;
}

function orMissing(found: ModelVersion | undefined, what: string): Outcome<ModelVersion> {
  return found === undefined ? { kind: "absent", message: `${what} is not there` } : done(found);
}

function done<Value>(value: Value): Outcome<Value> {
  return { kind: "done", value };
}
