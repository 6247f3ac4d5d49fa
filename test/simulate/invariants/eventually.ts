import { problemsOf } from "../../../shared/ledger/chain.ts";
import { championOf, standingOf } from "../../../shared/ledger/history.ts";
import type { LedgerLine } from "../../../shared/ledger/line.ts";
import { nameOf, STAGING } from "../../shared/rollout/releases.ts";
import { LEASE, type World } from "../../shared/rollout/world-parts.ts";
import { SECRET } from "../../shared/rollout/world-ports.ts";
import { ledgerText } from "./chain.ts";
import { endpointOf } from "./change.ts";
import type { Facts } from "./facts.ts";
import { blameless, unserved } from "./outcome.ts";

export interface Eventually {
  readonly id: string;
  readonly says: string;
  problemsOf(world: World, chain: readonly LedgerLine[], facts: Facts): readonly string[];
}

/** What is looked at once the faults have stopped and schedules have run. */
export async function problemsOfEnd(world: World, facts: Facts): Promise<readonly string[]> {
  if (world.main.commits.length === 0) return [];
  const broken = problemsOf(ledgerText(world), "ledger").map(({ message }) => `I9: ${message}`);
  if (broken.length > 0) return broken;
  const chain = await world.history();
  return EVENTUALLY.flatMap((each) => each.problemsOf(world, chain, facts).map((problem) => `${each.id}: ${problem}`));
}

const EVENTUALLY: readonly Eventually[] = [
  { id: "I6", says: "what is wanted is served, or the champion is and there is a reason", problemsOf: unserved },
  { id: "I6", says: "nothing is frozen, and no release blamed, for nothing", problemsOf: blameless },
  { id: "I7", says: "nothing of ours is left that serves nobody", problemsOf: orphans },
  { id: "I8", says: "a restore gives everybody what they had before", problemsOf: misrestored },
  { id: "I9", says: "every attempt was begun in the ledger, and has ended there", problemsOf: unended },
  { id: "I10", says: "an older commit never acts after a newer one", problemsOf: backwards },
  { id: "I12", says: "no secret reaches the ledger, the lease, a log or people", problemsOf: leaks },
  { id: "I13", says: "one revert is proposed for each failure, and none of a revert", problemsOf: proposals },
];

function orphans(world: World, chain: readonly LedgerLine[]): readonly string[] {
  const { manifest, onDelete } = world.main.commits.at(-1)!;
  const isHeld = manifest === null && onDelete === "hold";
  if (isHeld || chain.at(-1)?.event === "frozen") return [];
  const { split, deployed } = endpointOf(world);
  const idle = deployed.filter(({ id, digest }) => split[id] === undefined && digest !== null);
  const champion = championOf(chain)?.digest;
  const staged = world.cloud.state.endpoints[world.cloud.endpoint(STAGING).name]!.deployed;
  const wantsStaging = world.main.commits.at(-1)!.manifest?.target?.stagingEndpoint !== undefined;
  return [
    ...idle.filter(({ digest }) => digest !== champion).map(({ digest }) => `${nameOf(digest)} serves nobody`),
    ...(wantsStaging ? staged.map(({ digest }) => `${nameOf(digest)} was left on the staging endpoint`) : []),
  ];
}

const TAKEN_BACK: ReadonlySet<string> = new Set(["restored", "bad", "aborted", "superseded"]);

function misrestored(_: World, chain: readonly LedgerLine[]): readonly string[] {
  return chain.flatMap((line, index) => {
    if (!TAKEN_BACK.has(line.event) || line.reason === "the manifest was deleted") return [];
    const intent = chain.slice(0, index).findLast(({ event }) => event === "intent");
    const [had, has] = [intent?.after, line.after].map((shares) => JSON.stringify(sharesOf(shares ?? [])));
    return had === has ? [] : [`line ${line.sequence} is ${line.event} with ${has}, and there was ${had}`];
  });
}

function sharesOf(shares: LedgerLine["after"]) {
  return shares.map(({ deployedModelId, percent }) => `${deployedModelId} ${percent}`).toSorted();
}

const ENDS: ReadonlySet<string> = new Set(["healthy", "rolledBack", "bad", "aborted", "superseded", "frozen"]);
const STEPS: ReadonlySet<string> = new Set(["uploaded", "registered", "staged", "deployed", "shifted", ...ENDS]);

function unended(world: World, chain: readonly LedgerLine[]): readonly string[] {
  const problems: string[] = [];
  let isOpen = false;
  for (const { event, sequence } of chain) {
    if (event === "intent" && isOpen) problems.push(`line ${sequence} begins before the attempt before has ended`);
    if (STEPS.has(event) && !isOpen && event !== "frozen")
      problems.push(`line ${sequence} is ${event} of nothing begun`);
    if (event === "intent") isOpen = true;
    else if (ENDS.has(event)) isOpen = false;
  }
  if (isOpen && !world.main.commits.at(-1)!.isFrozen) problems.push("the last attempt has not ended");
  return problems;
}

function backwards({ main }: World, chain: readonly LedgerLine[]): readonly string[] {
  const order = new Map(main.commits.map(({ hash }, index) => [hash, index]));
  const begun = chain.filter(({ event, commit }) => event === "intent" && order.has(commit));
  return begun.flatMap(({ commit, sequence }, index) => {
    const before = begun[index - 1];
    const isBack = before !== undefined && order.get(commit)! < order.get(before.commit)!;
    return isBack ? [`line ${sequence} is of an older commit than the attempt before`] : [];
  });
}

function leaks({ buckets, logged, told, proposed, branch }: World): readonly string[] {
  const sinks = {
    ledger: Array.from(branch.files.values(), (bytes) => Buffer.from(bytes).toString()).join(),
    lease: Buffer.from(buckets.contents.get(`models/${LEASE}`) ?? []).toString(),
    log: logged.join(),
    people: JSON.stringify([told, proposed]),
  };
  return Object.entries(sinks).flatMap(([sink, text]) => (text.includes(SECRET) ? [`a secret is in the ${sink}`] : []));
}

function proposals({ proposed }: World, chain: readonly LedgerLine[]): readonly string[] {
  const keys = proposed.map(({ digest, commit }) => `${nameOf(digest)} of ${commit}`);
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `two reverts of ${key}`);
  const ofReverts = proposed.filter(({ digest, commit }) => {
    const begun = chain.findIndex(
      (line) => line.event === "intent" && line.digest === digest && line.commit === commit,
    );
    return standingOf(chain.slice(0, begun), digest) === "healthy";
  });
  return [...twice, ...ofReverts.map(({ digest }) => `a revert of the revert to ${nameOf(digest)}`)];
}
