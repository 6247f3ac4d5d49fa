import { createHash } from "node:crypto";
import { instantMs } from "../../shared/ledger/instant.ts";
import type { World } from "../shared/rollout/world-parts.ts";
import { rememberedOf } from "./invariants/chain.ts";
import { endpointOf, leaseOf } from "./invariants/change.ts";

/** What a run knows that nobody else does. */
export interface Knowing {
  readonly isPatient: boolean;
  readonly isInterrupted: boolean;
  /** It has taken the lease from another run, and has shared no traffic since. */
  readonly isTakingOver: boolean;
  /** How far the default branch was when it was last read. */
  readonly commits: number;
  /** Which run it is, and what it has asked since it last wrote anything down. */
  readonly position: string;
  readonly begunMs: number;
}

/** Nothing is decided by less than this. */
const TICK_MS = 2_000;
const IDS = /\b\d{10}\b/g;
const OPERATIONS = /operations\/\d+/g;

/**
 * One text for all that decides what becomes of a world in which one run is at work: worlds of one text have one future.
 * Times are told as how long ago they are; names that only tell one thing from another are numbered as they come.
 */
export function samenessOf(world: World, knowing: Knowing): string {
  const nowMs = world.time.nowMs();
  const ago = (ms: number | null): number | null => (ms === null ? null : Math.round((nowMs - ms) / TICK_MS));
  const text = JSON.stringify([
    { ...knowing, begunMs: knowing.isPatient ? null : ago(knowing.begunMs) },
    cloudOf(world, ago),
    memoryOf(world, ago),
    world.main.commits.map(({ hash, manifest, isFrozen, onDelete }) => [
      ...[hash, manifest?.artifact.digest, manifest?.rollout, isFrozen, onDelete],
    ]),
    world.proposed.map(({ digest, commit }) => [digest, commit]),
    [...new Set(world.judged.map(({ digest, percent, kind }) => `${digest} ${percent} ${kind}`))],
    [...world.uploaded],
  ]);
  return createHash("sha1")
    .update(numbered(numbered(text, IDS), OPERATIONS))
    .digest("base64");
}

type Ago = (ms: number | null) => number | null;

function cloudOf(world: World, ago: Ago) {
  const { endpoints, models, operations } = world.cloud.state;
  const etag = endpointOf(world).etag;
  return [
    Object.values(endpoints).map(({ split, deployed, before, history }) => [
      ...[split, deployed.map(({ id, digest }) => [id, digest]), before.split],
      ...[before.deployed.map(({ id }) => id), history.slice(-2).map((each) => each.split)],
    ]),
    Object.values(models).map(({ versions }) => versions.map(({ digest, aliases }) => [digest, aliases])),
    Object.entries(operations)
      .filter(([, { hasEnded, failure }]) => !hasEnded || failure !== null)
      .map(([name, { endsAtMs, effect, failure, hasEnded }]) => [
        ...[name, hasEnded || ago(endsAtMs), failure],
        effect.kind === "share" ? [effect.split, effect.etag === etag] : effect,
      ]),
  ];
}

/** The lease and the ledger. */
function memoryOf(world: World, ago: Ago) {
  const lease = leaseOf(world);
  const { intent } = lease ?? { intent: null };
  const { begunMs = null, stepSinceMs = null, generation, upload, operation, ...rest } = intent ?? {};
  const started = [upload, operation].map((each) => each && [each.operation, ago(each.sinceMs)]);
  return [
    [lease?.holder === null, ago(lease?.expiresMs ?? null), lease !== null && generation === lease.fence],
    [ago(begunMs), ago(stepSinceMs), started, rest],
    rememberedOf(world).map(({ time, event, version, digest, commit, before, after, reason }) => [
      ...[ago(instantMs(time)), event, version, digest, commit, before, after],
      event === "bad" || event === "aborted" ? reason : null,
    ]),
  ];
}

function numbered(text: string, names: RegExp): string {
  const numbers = new Map<string, number>();
  return text.replace(names, (name) => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return `#${number}`;
  });
}
