import { ENDPOINT } from "../shared/rollout/releases.ts";
import type { World } from "../shared/rollout/world-parts.ts";
import { type Draw, drawn } from "./draw.ts";

/** What somebody does at the console, and in what words; null where nothing there lends itself to it. */
export function consoleEvent(world: World, draw: Draw): string | null {
  const { console, state } = world.cloud;
  const { name } = world.cloud.endpoint(ENDPOINT);
  const { deployed, split } = state.endpoints[name]!;
  const serving = Object.entries(split).filter(([, percent]) => percent > 0);
  const idle = deployed.filter(({ id }) => split[id] === undefined);
  const most = serving.toSorted((one, other) => other[1] - one[1])[0]?.[0];
  switch (draw(5)) {
    case 0:
      if (most === undefined) return null;
      console.share(name, { [most]: 100 });
      return `somebody gives ${most} all traffic`;
    case 1: {
      if (most === undefined || idle.length === 0) return null;
      const { id } = drawn(idle, draw);
      console.share(name, { [most]: 70, [id]: 30 });
      return `somebody gives ${id} 30 %`;
    }
    case 2: {
      if (idle.length === 0) return null;
      const { id } = drawn(idle, draw);
      console.undeploy(name, id);
      return `somebody undeploys ${id}`;
    }
    case 3:
      return deployForeign(world);
    default:
      console.touch(name);
      return "somebody changes the endpoint's description";
  }
}

const FOREIGN = "4242";

function deployForeign(world: World): string | null {
  const endpoint = world.cloud.state.endpoints[world.cloud.endpoint(ENDPOINT).name]!;
  if (endpoint.deployed.some(({ id }) => id === FOREIGN)) return null;
  const version = { model: "projects/p/locations/europe-west4/models/theirs", version: "1" };
  const foreign = { id: FOREIGN, version, digest: null, displayName: "theirs", deployedAt: "", machine: null };
  endpoint.deployed = [...endpoint.deployed, foreign];
  world.cloud.console.touch(world.cloud.endpoint(ENDPOINT).name);
  return `somebody deploys ${FOREIGN}, a model of their own`;
}
