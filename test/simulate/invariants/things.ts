import { championOf } from "../../../shared/ledger/history.ts";
import { instantMs } from "../../../shared/ledger/instant.ts";
import type { PortCall, World } from "../../shared/rollout/world-parts.ts";
import { rememberedOf } from "./chain.ts";
import { digestIn, endpointOf, type Never } from "./change.ts";

const HOUR_MS = 3_600_000;

/** What is registered, deployed and taken away. */
export const THINGS: readonly Never[] = [
  {
    id: "I5",
    says: "what was deployed twice has one id, and one version holds an artifact",
    problemsOf: (_, world) => doubles(world),
  },
  {
    id: "I7",
    says: "what is not ours is never taken away",
    problemsOf({ call, hasChanged }, world) {
      const id = undeployed(call);
      return id !== null && hasChanged && digestIn(id, world) === null ? [`${call.run} undeploys ${id}`] : [];
    },
  },
  {
    id: "I7",
    says: "who has traffic is not to be taken away, even where the platform would refuse it",
    problemsOf({ call }, world) {
      const id = undeployed(call);
      const percent = id === null ? 0 : (endpointOf(world).split[id] ?? 0);
      return percent > 0 ? [`${call.run} asks to undeploy ${id}, which has ${percent} %`] : [];
    },
  },
  {
    id: "I7",
    says: "the release before the champion stays for its hours",
    problemsOf({ call, hasChanged, upTo }, world) {
      const id = undeployed(call);
      const tip = world.main.commits.at(upTo === null ? -1 : Math.min(upTo, world.main.commits.length) - 1)!;
      const hours = tip.manifest?.rollback.standbyHours ?? 0;
      return id !== null && hasChanged && isStandby(id, hours, world)
        ? [`${call.run} undeploys the standby ${id}`]
        : [];
    },
  },
  {
    id: "I11",
    says: "what is deployed is the artifact that the ledger names",
    problemsOf: (_, world) => impostors(world),
  },
];

function undeployed({ method, given }: PortCall): string | null {
  return method === "endpoint.undeploy" ? (given[0] as string) : null;
}

function isStandby(id: string, hours: number, world: World): boolean {
  const champion = championOf(rememberedOf(world));
  if (champion === null || !champion.before.some(({ deployedModelId }) => deployedModelId === id)) return false;
  return world.time.nowMs() - instantMs(champion.time) < hours * HOUR_MS;
}

function doubles({ cloud }: World): readonly string[] {
  const uris = Object.values(cloud.state.models).flatMap(({ versions }) =>
    versions.filter(({ digest }) => digest !== null).map(({ artifactUri }) => artifactUri),
  );
  const registered = repeated(uris).map((uri) => `${uri} was registered twice`);
  const deployed = Object.values(cloud.state.endpoints).flatMap(({ deployed }) =>
    repeated(deployed.map(({ id }) => id)),
  );
  return [...registered, ...deployed.map((id) => `${id} is deployed twice`)];
}

function repeated(all: readonly string[]): readonly string[] {
  return all.filter((each, index) => all.indexOf(each) !== index);
}

function impostors({ cloud, uploaded }: World): readonly string[] {
  return Object.values(cloud.state.endpoints).flatMap(({ deployed }) =>
    deployed.flatMap(({ id, digest, version }) => {
      if (digest === null) return [];
      const held = cloud.state.models[version.model]?.versions.find(
        ({ reference }) => reference.version === version.version,
      );
      const isUploaded = held !== undefined && uploaded.has(held.artifactUri);
      return held?.digest === digest && isUploaded ? [] : [`${id} serves ${held?.digest}, and is called ${digest}`];
    }),
  );
}
