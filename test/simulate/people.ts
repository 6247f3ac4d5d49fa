import { ENDPOINT } from "../shared/rollout/releases.ts";
import type { World } from "../shared/rollout/world-parts.ts";
import { type Draw, drawn } from "./draw.ts";
import { endpointOf } from "./invariants/change.ts";
import type { Facts } from "./invariants/facts.ts";
import type { Meanwhile } from "./trouble.ts";

interface Place {
  readonly world: World;
  readonly facts: Facts;
}

/** What somebody does at the console, and in what words; null where nothing there lends itself to it. */
export function consoleEvent(place: Place, draw: Draw): string | null {
  const { world } = place;
  const idle = idleIn(world);
  switch (draw(6)) {
    case 0:
      return moveBack(place);
    case 1: {
      const most = mostIn(world);
      if (most === undefined || idle.length === 0) return null;
      const { id } = drawn(idle, draw);
      share(place, { [most]: 70, [id]: 30 });
      return `somebody gives ${id} 30 %`;
    }
    case 2:
      return idle.length === 0 ? null : undeploy(place, drawn(idle, draw).id);
    case 3:
      return deployForeign(world);
    case 4:
      return registerForeign(world);
    default:
      world.cloud.console.touch(nameIn(world));
      return "somebody changes the endpoint's description";
  }
}

/** The same at a moment of somebody else's choice. */
export function consoleMeanwhile(place: Place, what: Exclude<Meanwhile, "the tip is reverted">): void {
  if (what === "traffic is moved back") moveBack(place);
  else for (const { id } of idleIn(place.world).slice(0, 1)) undeploy(place, id);
}

function moveBack(place: Place): string | null {
  const most = mostIn(place.world);
  if (most === undefined) return null;
  share(place, { [most]: 100 });
  return `somebody gives ${most} all traffic`;
}

function undeploy({ world, facts }: Place, id: string): string {
  facts.hands += 1;
  world.cloud.console.undeploy(nameIn(world), id);
  return `somebody undeploys ${id}`;
}

/** What people do to traffic, and nobody else. */
export function share({ world, facts }: Place, split: Readonly<Record<string, number>>): void {
  facts.hands += 1;
  world.cloud.console.share(nameIn(world), split);
}

/** Of their own, in our model. */
function registerForeign({ cloud }: World): string | null {
  const [name, model] = Object.entries(cloud.state.models)[0] ?? [];
  if (name === undefined || model === undefined) return null;
  const reference = { model: name, version: String(model.next) };
  const facts = { digest: null, image: "theirs", aliases: [], labels: {}, createdAt: "" };
  model.versions = [...model.versions, { reference, artifactUri: "gs://theirs/churn", ...facts }];
  model.next += 1;
  return `somebody registers version ${reference.version} of ${name}`;
}

const LEDGER = `${ENDPOINT}.jsonl`;

/** Somebody writes to the ledger's branch what no machine of ours has said, or puts back what was there. */
export function tamper({ world, facts }: Place): string | null {
  const { files } = world.branch;
  const bytes = facts.untampered ?? files.get(LEDGER);
  if (bytes === undefined) return null;
  const isMended = facts.untampered !== null;
  const text = new TextDecoder().decode(bytes);
  files.set(LEDGER, isMended ? bytes : new TextEncoder().encode(text.replace("octocat", "mallory")));
  facts.untampered = isMended ? null : bytes;
  facts.outages += 1;
  return isMended ? "the ledger is as it was written again" : "somebody changes a line of the ledger";
}

function nameIn({ cloud }: World): string {
  return cloud.endpoint(ENDPOINT).name;
}

function idleIn(world: World) {
  const { deployed, split } = endpointOf(world);
  return deployed.filter(({ id }) => split[id] === undefined);
}

function mostIn(world: World): string | undefined {
  const serving = Object.entries(endpointOf(world).split).filter(([, percent]) => percent > 0);
  return serving.toSorted((one, other) => other[1] - one[1])[0]?.[0];
}

const FOREIGN = "4242";

function deployForeign(world: World): string | null {
  const endpoint = endpointOf(world);
  if (endpoint.deployed.some(({ id }) => id === FOREIGN)) return null;
  const version = { model: "projects/p/locations/europe-west4/models/theirs", version: "1" };
  const foreign = { id: FOREIGN, version, digest: null, displayName: "theirs", deployedAt: "", machine: null };
  endpoint.deployed = [...endpoint.deployed, foreign];
  world.cloud.console.touch(nameIn(world));
  return `somebody deploys ${FOREIGN}, a model of their own`;
}
