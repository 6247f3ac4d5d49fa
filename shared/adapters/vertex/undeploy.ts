import type { EndpointOperation } from "../../ports/endpoint.ts";
import type { NotDone, Outcome } from "../../ports/outcome.ts";
import { attempts, type EndpointGround, MAX_RESENDS, pause, refusalOf } from "./ground.ts";
import { readEndpoint } from "./read-endpoint.ts";

/** Ends a deployed model. To end it twice is to end it once. */
export async function undeploy(deployedModelId: string, endpoint: EndpointGround): Promise<Outcome<EndpointOperation>> {
  const { name, clients } = endpoint;
  const started = (operation: string | null): Outcome<EndpointOperation> => ({
    kind: "done",
    value: { kind: "undeploy", deployedModelId, operation },
  });
  // Vertex AI ends the last deployed model of an endpoint even while it serves.
  if ((await holdingOf(deployedModelId, endpoint)) === "serving") return stillServing(deployedModelId, name);
  for (let tries = 0; ; tries++) {
    const called = await attempts(
      "undeployModel",
      async (options) => {
        const request = { endpoint: name, deployedModelId, trafficSplit: {} };
        const [operation] = await (await clients.endpoints()).undeployModel(request, options);
        return operation.name ?? null;
      },
      endpoint,
    );
    if (called.kind === "answered") return started(called.value);
    const outcome = refusalOf(called.fault, "undeployModel", `${deployedModelId} of ${name}`);
    const found = await holdingOf(deployedModelId, endpoint);
    const mayBeOurs = outcome.kind === "ambiguous" || tries > 0;
    if (mayBeOurs && found === "gone") return started(null);
    if (outcome.kind !== "ambiguous") return refusedAs(outcome, found);
    if (found !== "parked" || tries === MAX_RESENDS) return outcome;
    await pause(tries, endpoint);
  }
}

type Holding = "gone" | "parked" | "serving" | "unknown";

async function holdingOf(deployedModelId: string, endpoint: EndpointGround): Promise<Holding> {
  const read = await readEndpoint(endpoint);
  if (read.kind !== "done") return "unknown";
  if (read.value.split[deployedModelId] !== undefined) return "serving";
  return read.value.deployed.some(({ id }) => id === deployedModelId) ? "parked" : "gone";
}

/** Vertex AI does not say under which codes it refuses these two. */
function refusedAs(outcome: NotDone, found: Holding): NotDone {
  if (outcome.kind !== "refused" || (outcome.reason !== "invalid" && outcome.reason !== "state")) return outcome;
  return found === "gone" ? { kind: "absent", message: outcome.message } : outcome;
}

function stillServing(deployedModelId: string, name: string): NotDone {
  const message = `${deployedModelId} of ${name} still has traffic`;
  return { kind: "refused", reason: "state", message, fix: "Move its traffic to another deployed model first." };
}
