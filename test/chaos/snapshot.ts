import { parseChain } from "../../shared/ledger/chain.ts";
import type { LedgerLine, ServedShare } from "../../shared/ledger/line.ts";
import { asked } from "../asked.ts";
import { git } from "../contract/git-repository.ts";
import { REGION } from "../laid-cloud.ts";
import { ENDPOINT, STAGING } from "./releases.ts";
import type { Workplace } from "./workplace.ts";

/** All that a history has left behind, in names that are the same for every history of the same kind. */
export interface Snapshot {
  readonly endpoint: Seen;
  readonly staging: Seen;
  /** By version, with its aliases. */
  readonly versions: readonly string[];
  readonly objects: readonly string[];
  readonly lease: Lease;
  /** Read through its chain of hashes. */
  readonly ledger: readonly string[];
  readonly branches: readonly string[];
  readonly comments: readonly string[];
  readonly deployments: readonly string[];
  readonly proposals: readonly string[];
  /** What GitHub's own description has against what was asked of it. */
  readonly violations: readonly string[];
}

interface Lease {
  readonly holder: string | null;
  /** What is underway. */
  readonly intent: { readonly release: { readonly version: string } } | null;
  readonly pending: readonly unknown[];
}

/** Deployed models by their titles. */
interface Seen {
  readonly deployed: readonly string[];
  readonly traffic: Readonly<Record<string, number>>;
}

export async function snapshotOf(place: Workplace): Promise<Snapshot> {
  const { vertex, storage } = place.ground.cloud.address;
  const parent = `http://${vertex}/v1/projects/${place.name}/locations/${REGION}`;
  const objects = `${storage}/storage/v1/b/${place.bucket}/o`;
  const lease = encodeURIComponent(`.model-release/${ENDPOINT}.lease.json`);
  const { holder, intent, pending } = await asked<Lease>(`${objects}/${lease}?alt=media`);
  const { items } = await asked<{ readonly items: readonly { readonly name: string }[] }>(objects);
  return {
    endpoint: await seenAt(`${parent}/endpoints/${ENDPOINT}`),
    staging: await seenAt(`${parent}/endpoints/${STAGING}`),
    versions: await versionsAt(parent),
    objects: items.map(({ name }) => name).toSorted(),
    lease: { holder, intent, pending },
    // Nothing is written ahead of what is cleared away at rest: a kill may come between that and its line.
    ledger: ledgerOf(place).flatMap((line) => (line.event === "collected" ? [] : [lineText(line)])),
    branches: git(place.origin, ["for-each-ref", "--format=%(refname:short)"]).trim().split("\n"),
    ...toldAt(place),
    violations: place.server.violations,
  };
}

/** What its hashes do not hold together is a Failure. */
function ledgerOf({ origin }: Workplace): readonly LedgerLine[] {
  const file = `${ENDPOINT}.jsonl`;
  return parseChain(git(origin, ["show", `model-release-ledger:${file}`]), file).lines;
}

function lineText({ event, version, pullRequest, before, after, reason }: LedgerLine): string {
  const shares = `${sharesText(before)} → ${sharesText(after)}`;
  return `${version} ${event} by #${pullRequest}: ${shares}${reason === null ? "" : ` (${reason})`}`;
}

function sharesText(shares: readonly ServedShare[]): string {
  const texts = shares.map(({ version, percent }) => `${version} ${percent} %`);
  return texts.toSorted().join(", ") || "nobody";
}

interface ToldEndpoint {
  readonly deployedModels?: readonly { readonly id: string; readonly displayName: string }[];
  readonly trafficSplit?: Readonly<Record<string, number>>;
}

async function seenAt(url: string): Promise<Seen> {
  const { deployedModels = [], trafficSplit = {} } = await asked<ToldEndpoint>(url);
  const titles = new Map(deployedModels.map(({ id, displayName }) => [id, displayName.replace(/ sha256:.*/, "")]));
  const traffic = Object.entries(trafficSplit).filter(([, percent]) => percent > 0);
  return {
    deployed: [...titles.values()].toSorted(),
    traffic: Object.fromEntries(traffic.map(([id, percent]) => [titles.get(id) ?? "nobody", percent])),
  };
}

interface ToldModels {
  readonly models?: readonly ToldVersion[];
}

interface ToldVersion {
  readonly name: string;
  readonly artifactUri: string;
  readonly versionAliases?: readonly string[];
}

async function versionsAt(parent: string): Promise<readonly string[]> {
  const { models = [] } = await asked<ToldModels>(`${parent}/models`);
  const listed = await Promise.all(
    models.map(({ name }) => asked<ToldModels>(`${parent}/models/${name.split("/").at(-1)}:listVersions`)),
  );
  const versions = listed.flatMap((each) => each.models ?? []);
  return versions
    .map(({ artifactUri, versionAliases = [] }) => `${artifactUri.split("/").at(-2)} ${versionAliases}`)
    .toSorted();
}

/** Which comments there are and how each attempt ended, whatever the words. */
function toldAt({ forge }: Workplace): Pick<Snapshot, "comments" | "deployments" | "proposals"> {
  const marker = /^<!-- (model-release:\w+) /;
  return {
    comments: forge.comments
      .map(({ pullRequest, body }) => `#${pullRequest} ${marker.exec(body)?.[1]}: ${/\*\*.*?\*\*/.exec(body)?.[0]}`)
      .toSorted(),
    deployments: forge.deployments.map(({ description, statuses }) => `${description}: ${statuses.at(-1)?.state}`),
    proposals: forge.pullRequests
      .filter(({ isFork }) => !isFork)
      .map(({ state, title, head }) => `${state} ${title} from ${head.branch}`),
  };
}
