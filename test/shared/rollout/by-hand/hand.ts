import type { HandPorts } from "../../../../shared/rollout/by-hand/at-endpoint.ts";
import { ENDPOINT } from "../releases.ts";
import { LEASE, type World } from "../world-parts.ts";
import { portsOf } from "../world-ports.ts";

/** A person at the command line of a world. */
export function handAt(world: World, holder = "a person"): HandPorts {
  return { ...portsOf(world, { holder }), endpointId: ENDPOINT, leaseObject: LEASE, holder };
}

/** What somebody does at the console: all traffic to the release of a letter. */
export function moveAll(world: World, name: string): void {
  const endpoint = endpointOf(world);
  const { deployed } = world.cloud.state.endpoints[endpoint]!;
  const letter = Buffer.from(name).toString("hex");
  const found = deployed.find(({ digest }) => digest?.startsWith(`sha256:${letter}`));
  world.cloud.console.share(endpoint, { [found!.id]: 100 });
}

/** A model that no release deployed, with all traffic. */
export function deployForeign(world: World): void {
  const endpoint = world.cloud.state.endpoints[endpointOf(world)]!;
  const version = { model: "projects/p/locations/europe-west4/models/7", version: "1" };
  const about = { digest: null, displayName: "by hand", deployedAt: "2026-01-01T00:00:00.000Z", machine: null };
  Object.assign(endpoint, { deployed: [...endpoint.deployed, { id: "77", version, ...about }] });
  world.cloud.console.share(endpointOf(world), { 77: 100 });
}

export function endpointOf({ cloud }: World): string {
  return cloud.endpoint(ENDPOINT).name;
}
