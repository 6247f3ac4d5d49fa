import { expectedSplit } from "../../shared/rollout/served.ts";
import { digestOf, nameOf, type Release } from "../shared/rollout/releases.ts";
import { pass } from "../shared/rollout/world.ts";
import type { World } from "../shared/rollout/world-parts.ts";
import { type Draw, drawer, drawn } from "./draw.ts";
import { endpointOf } from "./invariants/change.ts";
import { consoleEvent, share, tamper } from "./people.ts";
import { newStage, type Stage } from "./stage.ts";
import { chanceFaults } from "./trouble.ts";

/** One history of merges, runs, faults and people, made from its seed alone. */
export interface Played {
  readonly seed: number;
  readonly story: readonly string[];
  /** What must never be so, and was. */
  readonly problems: readonly string[];
}

interface Plot extends Stage {
  readonly draw: Draw;
  /** What each commit of the default branch released. */
  readonly releases: (Release | null)[];
  isFrozen: boolean;
}

const LETTERS = ["a", "b", "c", "d", "e"] as const;
const ROLLOUTS = [
  "{steps: [10, 50, 100], bakeSeconds: 600, minSamples: 400, deadlineHours: 4}",
  "{steps: [10, 50, 100], bakeSeconds: 600, minSamples: 400, deadlineHours: 4, onInconclusive: restore}",
  "{steps: [5, 100], bakeSeconds: 0, minSamples: 0}",
] as const;

export async function play(seed: number): Promise<Played> {
  const draw = drawer(seed);
  const rates = { cloud: drawn([0, 12, 30, 60], draw), run: drawn([0, 40, 100], draw) };
  const operationMs = drawn([30_000, 30_000, 600_000], draw);
  const revertTip = (): void => revert(plot);
  const stage = newStage(draw, { faults: chanceFaults(draw, rates), operationMs, revert: revertTip });
  const plot: Plot = { ...stage, draw, releases: [], isFrozen: false };
  plot.world.uploadMs = drawn([0, 0, 0, 200_000], draw);
  if (draw(4) > 0) {
    merge(plot);
    plot.start();
    await plot.rest();
  }
  for (let steps = 3 + draw(8); steps > 0; steps -= 1) await takeStep(plot);
  await amends(plot);
  const problems = await stage.settle();
  return { seed, story: stage.story, problems };
}

async function takeStep(plot: Plot): Promise<void> {
  const { draw, world, story, scheduler } = plot;
  const what = draw(12);
  if (what < 5) return event(plot);
  if (what === 5) {
    const hours = drawn([0.02, 0.1, 1, 30], draw);
    story.push(`${hours} hours pass`);
    return scheduler.wait(hours * 3_600_000);
  }
  if (what === 6) {
    const place = drawn(["ledger", "forge"] as const, draw);
    world[place] = world[place] === "up" ? "down" : "up";
    plot.facts.outages += 1;
    story.push(`the ${place} is ${world[place]}`);
    return;
  }
  return runs(plot);
}

/** One to four at a time, while people go on. */
async function runs(plot: Plot): Promise<void> {
  const { draw, world } = plot;
  const count = drawn([1, 1, 1, 2, 2, 3, 4], draw);
  for (let each = 0; each < count; each += 1) {
    const isOld = draw(8) === 0 && world.main.commits.length > 1;
    const options = {
      isPatient: draw(2) === 0,
      isRetry: draw(6) === 0,
      skewMs: drawn([0, 0, 3_600_000, -3_600_000], draw),
      ...(isOld ? { upTo: 1 + draw(world.main.commits.length - 1) } : {}),
    };
    const afterMs = each === 0 ? 0 : drawn([0, 70_000, 200_000, 700_000], draw);
    later(plot, afterMs, () => plot.start(options));
  }
  for (let events = drawn([0, 0, 1, 2], draw); events > 0; events -= 1) {
    later(plot, draw(1200) * 1000, () => event(plot));
  }
  await plot.rest();
}

function later({ scheduler }: Plot, afterMs: number, act: () => void): void {
  scheduler.spawn(async () => {
    await scheduler.wait(afterMs);
    act();
  });
}

function event(plot: Plot): void {
  const what = plot.draw(20);
  if (what < 8 || plot.world.main.commits.length === 0) merge(plot);
  else if (what < 11) revert(plot);
  else if (what === 11) remove(plot);
  else if (what === 12) freeze(plot);
  else if (what === 13 && plot.draw(3) === 0) rewrite(plot);
  else if (what === 14 && plot.draw(2) === 0) plot.story.push(tamper(plot) ?? "nobody touches the ledger");
  else if (what > 15) plot.command(drawn(["heal", "heal", "adopt", "status"] as const, plot.draw));
  else plot.story.push(consoleEvent(plot, plot.draw) ?? "nobody touches the console");
}

function rewrite({ world, story, facts }: Plot): void {
  facts.rewrites += 1;
  story.push("the last commit is replaced by a forced push");
  world.main.rewrite();
}

/** Every merge was validated against what its branch was made from, as pull requests are. */
function merge(plot: Plot): void {
  const { draw, world } = plot;
  const letter = drawn(LETTERS, draw);
  const digest = digestOf(letter);
  const tip = world.main.commits.at(-1)?.manifest?.artifact.digest;
  if (tip === digest) return;
  const known = plot.releases.findLast((each) => each?.name === letter);
  if (known === undefined) {
    world.judgements.set(digest, drawn(["pass", "pass", "fail", "more"] as const, draw));
    world.smokes.set(digest, drawn(["passed", "passed", "passed", "passed", "failed", "unknown"] as const, draw));
  }
  const compared = draw(4) > 0 ? championIn(world) : tip;
  if (draw(10) > 0) pass(world, letter, compared === undefined ? null : nameOf(compared), draw(4) === 0);
  const version = `${LETTERS.indexOf(letter) + 1}.0.0`;
  const rollback = drawn(["{}", "{keepVersions: 2}", "{standbyHours: 0}"], draw);
  const made = { name: letter, version, rollout: drawn(ROLLOUTS, draw), rollback, hasStaging: draw(3) === 0 };
  commit(plot, known ?? made, `${letter} is merged`);
}

/** As people were told: what a pull request is compared with once it is up to date. */
function championIn({ told }: World): string | undefined {
  return told.findLast(({ event }) => event === "healthy" || event === "rolledBack")?.digest;
}

/** The tree says again what it said before: merge, squash and rebase look the same. */
function revert(plot: Plot): void {
  const { draw, releases } = plot;
  const back = Math.min(releases.length, drawn([2, 2, 2, 3, 4], draw));
  const release = releases.at(-back) ?? null;
  commit(plot, release, `a revert to ${release?.name ?? "nothing"}`);
}

function remove(plot: Plot): void {
  const onDelete = drawn(["hold", "undeploy"] as const, plot.draw);
  plot.releases.push(null);
  plot.world.merge(null, { onDelete, isFrozen: plot.isFrozen });
  plot.story.push(`the manifest is deleted: ${onDelete}`);
}

function freeze(plot: Plot): void {
  plot.isFrozen = !plot.isFrozen;
  commit(plot, plot.releases.at(-1) ?? null, plot.isFrozen ? "the freeze file is added" : "the freeze file is removed");
}

function commit(plot: Plot, release: Release | null, what: string): void {
  plot.releases.push(release);
  plot.world.merge(release, { isFrozen: plot.isFrozen });
  plot.story.push(what);
}

/** Who froze an endpoint by hand puts it back, so that what is wanted can be served again. */
async function amends(plot: Plot): Promise<void> {
  const { world, story } = plot;
  if (plot.facts.untampered !== null) story.push(tamper(plot)!);
  const chain = await world.history();
  const { deployed } = endpointOf(world);
  const split = expectedSplit(chain);
  if (chain.at(-1)?.event !== "frozen" || !Object.keys(split).every((id) => deployed.some((each) => each.id === id)))
    return;
  story.push("somebody puts the traffic back as the ledger has it");
  share(plot, split);
}
