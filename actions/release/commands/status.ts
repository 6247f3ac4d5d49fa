import { Failure } from "../../../shared/failure.ts";
import { atEndpoint } from "../../../shared/rollout/by-hand/at-endpoint.ts";
import { look } from "../../../shared/rollout/by-hand/look.ts";
import type { EndpointStatus } from "../../../shared/rollout/by-hand/status.ts";
import { placesOf } from "../../../shared/rollout/delivery/endpoints.ts";
import { groundAt, type Place, placeOf } from "../../../shared/rollout/delivery/place.ts";
import type { CommandPorts, CommandResult, Invocation } from "./command.ts";
import { statusText } from "./status-text.ts";

/** What is live against what is desired, for each endpoint that the default branch decides on. */
export async function status({ operands }: Invocation, ports: CommandPorts): Promise<CommandResult> {
  const places = await askedPlaces(operands[0] ?? ".", ports);
  const seen: EndpointStatus[] = [];
  const failures: Failure[] = [];
  for (const place of places) {
    const found = await seenAt(place, ports);
    if (found instanceof Failure) failures.push(found);
    else seen.push(found);
  }
  if (failures[0] !== undefined && (seen.length === 0 || failures[0].code === "internal")) throw failures[0];
  return {
    exitCode: failures.length === 0 && seen.every(({ inSync }) => inSync) ? 0 : 1,
    document: places.length === 1 ? seen[0] : seen,
    text: (style) => statusText(seen, failures, style),
  };
}

async function seenAt(place: Place, ports: CommandPorts): Promise<EndpointStatus | Failure> {
  try {
    return await atEndpoint(place, await ports.delivery(), (hand) => look(place.path, hand));
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown;
    throw thrown;
  }
}

/** A manifest by its path, or every one below a folder. */
async function askedPlaces(operand: string, ports: CommandPorts): Promise<readonly Place[]> {
  const delivery = await ports.delivery();
  const path = ports.resolve(operand);
  if (/\.ya?ml$/i.test(path) && (await ports.files.kind(path)) !== "directory") return [await placeOf(path, delivery)];
  const ground = await groundAt(path, delivery);
  const { folder } = ground.repository;
  const places = await placesOf(ground, ports.log);
  return places.filter((place) => folder === "" || place.path.startsWith(`${folder}/`));
}
