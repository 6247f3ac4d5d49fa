import { problemsOf } from "../../../shared/ledger/chain.ts";
import { championOf, standingOf } from "../../../shared/ledger/history.ts";
import type { Split } from "../../../shared/ports/endpoint.ts";
import { ENDPOINT, type World } from "./world.ts";

/** I1 to I3: what no moment of an endpoint's life may show. */
export function problemsOfHistory(world: World): readonly string[] {
  const { name } = world.cloud.endpoint(ENDPOINT);
  const { history } = world.cloud.state.endpoints[name]!;
  return history.flatMap(({ split }) => problemsOfSplit(split, world));
}

function problemsOfSplit(split: Split, { cloud, passes }: World): readonly string[] {
  const problems: string[] = [];
  const total = Object.values(split).reduce((sum, percent) => sum + percent, 0);
  if (total !== 100 && total !== 0) problems.push(`I1: a split of ${total} %`);
  for (const id of Object.keys(split)) {
    const operation = Object.values(cloud.state.operations).find(
      ({ effect }) => effect.kind === "deploy" && effect.deployed.id === id,
    );
    const digest = operation?.effect.kind === "deploy" ? operation.effect.deployed.digest : null;
    if (digest !== null && passes.get(digest)?.kind !== "passed")
      problems.push(`I3: traffic to ${digest}, which never passed`);
  }
  return problems;
}

/** I5 to I9 and I13, once the faults have stopped and schedules have run. */
export async function problemsOfEnd(world: World): Promise<readonly string[]> {
  if (world.commits.length === 0) return [];
  const text = new TextDecoder().decode(world.branch.files.get(`${ENDPOINT}.jsonl`) ?? new Uint8Array());
  return [
    ...problemsOf(text, "ledger").map(({ message }) => `I9: ${message}`),
    ...(await problemsOfService(world)),
    ...problemsOfRegistry(world),
    ...problemsOfProposals(world),
  ];
}

/** The endpoint serves what the default branch says, or the champion where that could not be. */
async function problemsOfService(world: World): Promise<readonly string[]> {
  const chain = await world.history();
  const wanted = world.commits.at(-1)!.manifest!.artifact.digest;
  const champion = championOf(chain);
  const { split, deployed } = world.cloud.state.endpoints[world.cloud.endpoint(ENDPOINT).name]!;
  const served = Object.entries(split).map(
    ([id, percent]) => `${deployed.find((each) => each.id === id)?.digest} ${percent}`,
  );
  const problems: string[] = [];
  if (champion === null ? served.length > 0 : served.join() !== `${champion.digest} 100`) {
    problems.push(`I6: ${served.join(", ") || "nothing"} is served, and the champion is ${champion?.digest}`);
  }
  const standing = standingOf(chain, wanted);
  const mayStay = ["bad", "rolledBack", "aborted", "superseded", "unknown"].includes(standing);
  if (champion?.digest !== wanted && !mayStay)
    problems.push(`I6: the release that is wanted is ${standing}, and not served`);
  const idle = deployed.filter(({ id }) => split[id] === undefined);
  if (idle.length > 0) problems.push(`I7: ${idle.map(({ id, digest }) => `${id} ${digest}`).join(", ")} serves nobody`);
  if (deployed.some(({ id }, index) => deployed.findIndex((each) => each.id === id) !== index))
    problems.push("I5: one id twice");
  const staged = world.cloud.state.endpoints[world.cloud.endpoint("2").name]!.deployed;
  if (staged.length > 0)
    problems.push(`I7: ${staged.map(({ digest }) => digest).join()} was left on the staging endpoint`);
  return problems;
}

function problemsOfRegistry({ cloud }: World): readonly string[] {
  const uris = Object.values(cloud.state.models).flatMap(({ versions }) =>
    versions.map(({ artifactUri }) => artifactUri),
  );
  return uris.filter((uri, index) => uris.indexOf(uri) !== index).map((uri) => `I5: ${uri} was registered twice`);
}

function problemsOfProposals({ proposed }: World): readonly string[] {
  const keys = proposed.map(({ digest, commit }) => `${digest} ${commit}`);
  return keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `I13: two reverts of ${key}`);
}
