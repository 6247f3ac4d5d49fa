import { championOf, crowns } from "../../../shared/ledger/history.ts";
import type { VersionReference } from "../../../shared/ports/endpoint.ts";
import { nameOf } from "../../shared/rollout/releases.ts";
import type { World } from "../../shared/rollout/world-parts.ts";
import { rememberedOf } from "./chain.ts";
import type { Never } from "./change.ts";

/** Versions and artifacts that somebody may want again: looked at before they are asked to go. */
export const KEPT: readonly Never[] = [
  {
    id: "I7",
    says: "no version is asked to go that serves, served before, is one of those that are kept, or is not ours",
    problemsOf: ({ call }, world) =>
      call.method === "registry.remove" ? unprunable(call.given[0] as VersionReference, world) : [],
  },
  {
    id: "I7",
    says: "no artifact is asked to go whose version is registered",
    problemsOf: ({ call }, world) =>
      call.method === "bucket.remove" ? bereft((call.given[0] as { readonly object: string }).object, world) : [],
  },
];

function unprunable({ model, version }: VersionReference, world: World): readonly string[] {
  const versions = world.cloud.state.models[model]?.versions ?? [];
  const held = versions.find(({ reference }) => reference.version === version);
  if (held === undefined) return [];
  const what = `version ${version} is asked to go`;
  if (held.digest === null || held.labels["release-digest"] === undefined) return [`${what}, which is not ours`];
  const why = reasonToKeep(held.digest, world);
  return why === null ? [] : [`${what}, and ${nameOf(held.digest)} ${why}`];
}

function reasonToKeep(digest: string, world: World): string | null {
  const chain = rememberedOf(world);
  const champion = championOf(chain);
  if (champion?.digest === digest) return "is the champion";
  if (champion?.before.some((share) => share.digest === digest)) return "served before the champion";
  const newestFirst = [
    ...new Set(
      chain
        .filter(crowns)
        .toReversed()
        .map((line) => line.digest),
    ),
  ];
  return newestFirst.slice(0, keptIn(world)).includes(digest) ? "is one of those that are kept" : null;
}

/** Who knows an older tip may keep as few as that says. */
function keptIn({ main }: World): number {
  return Math.min(...main.commits.flatMap(({ manifest }) => (manifest === null ? [] : manifest.rollback.keepVersions)));
}

function bereft(object: string, { cloud }: World): readonly string[] {
  const versions = Object.values(cloud.state.models).flatMap((model) => model.versions);
  const held = versions.find(({ artifactUri }) => `gs://models/${object}`.startsWith(artifactUri));
  return held === undefined ? [] : [`${object} is asked to go, and its version is registered`];
}
