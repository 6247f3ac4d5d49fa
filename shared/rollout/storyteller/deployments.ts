import type { LedgerEntry, LedgerEvent } from "../../ledger/line.ts";
import type { Deployment, DeploymentState } from "../../ports/deployment.ts";
import type { Forge } from "../../ports/forge.ts";
import { sharesText } from "../served.ts";
import { attemptOf, entryDigest, type Telling } from "./telling.ts";

const STATES: Partial<Readonly<Record<LedgerEvent, DeploymentState>>> = {
  intent: "inProgress",
  uploaded: "inProgress",
  registered: "inProgress",
  staged: "inProgress",
  deployed: "inProgress",
  shifted: "inProgress",
  restored: "inProgress",
  healthy: "success",
  rolledBack: "success",
  adopted: "success",
  healed: "success",
  bad: "failure",
  aborted: "error",
  superseded: "inactive",
};
/** What a forge takes, in its units. */
const LONGEST = 140;

/** One deployment for each attempt, with the endpoint as its environment, and a status for each line. */
export async function mirrorDeployment(telling: Telling, { forge }: { readonly forge: Forge }): Promise<void> {
  const { entry } = telling;
  const state = STATES[entry.event];
  if (state === undefined) return;
  const listed = await forge.deployments.list(entry.endpoint);
  if (listed === null) return;
  const { id: self } = await forge.identity();
  const own = listed.filter(({ author }) => author?.id === self);
  const deployment = own.find((each) => isOf(each, entry)) ?? (await create(telling, forge));
  if (deployment === null) return;
  // Those that began later stay: a line that is told again knows nothing of them.
  const older = state === "success" ? own.filter(({ id }) => id < deployment.id) : [];
  for (const old of older) await retire(old, entry, forge);
  // Last, since a line is taken to be told altogether that is seen here.
  await tellOnce(deployment.id, { state, description: descriptionOf(entry), logUrl: null }, forge);
}

/** Whether the line has been told there. A line that is none for a deployment, or a forge without any, lacks nothing. */
export async function isMirrored({ entry }: Telling, { forge }: { readonly forge: Forge }): Promise<boolean> {
  const state = STATES[entry.event];
  const listed = state === undefined ? null : await forge.deployments.list(entry.endpoint);
  if (listed === null) return true;
  const { id: self } = await forge.identity();
  const deployment = listed.find((each) => each.author?.id === self && isOf(each, entry));
  if (deployment === undefined) return false;
  const told = await forge.deployments.statuses(deployment.id);
  return told.some(({ description }) => description === descriptionOf(entry));
}

interface Payload {
  readonly schema: "model-release/deployment/v1";
  /** Of the line that it began with. */
  readonly ledger: string;
  readonly endpoint: string;
  readonly model: string;
  readonly version: string;
  readonly digest: string;
  readonly commit: string;
}

async function create(telling: Telling, forge: Forge): Promise<Deployment | null> {
  const first = attemptOf(telling)[0] ?? telling.entry;
  const { endpoint, model, version, digest, commit } = first;
  const schema = "model-release/deployment/v1";
  const payload: Payload = { schema, ledger: entryDigest(first), endpoint, model, version, digest, commit };
  return forge.deployments.create({
    environment: endpoint,
    commit,
    description: `${model} ${version}`.slice(0, LONGEST),
    payload: JSON.stringify(payload),
    isProduction: true,
  });
}

/** Whether it stands for this attempt. A payload may come back with its keys in another order. */
function isOf({ payload, commit }: Deployment, entry: LedgerEntry): boolean {
  try {
    const told = JSON.parse(payload) as Partial<Payload> | null;
    return told?.digest === entry.digest && told.endpoint === entry.endpoint && commit === entry.commit;
  } catch {
    return false;
  }
}

interface Status {
  readonly state: DeploymentState;
  readonly description: string;
  readonly logUrl: null;
}

async function tellOnce(id: number, status: Status, { deployments }: Forge): Promise<void> {
  const told = await deployments.statuses(id);
  const isTold = told.some(({ state, description }) => state === status.state && description === status.description);
  if (!isTold) await deployments.tell(id, status);
}

/** A forge leaves those of production active when another one succeeds. */
async function retire({ id }: Deployment, { model, version }: LedgerEntry, forge: Forge): Promise<void> {
  const [newest] = await forge.deployments.statuses(id);
  if (newest === undefined || newest.state === "inactive" || newest.state === "failure" || newest.state === "error") {
    return;
  }
  const description = `${model} ${version} is served instead`.slice(0, LONGEST);
  await forge.deployments.tell(id, { state: "inactive", description, logUrl: null });
}

/** The time tells a line from another of the same words, so that each is told once. */
function descriptionOf({ time, event, after, reason }: LedgerEntry): string {
  const said = reason ?? `serves ${sharesText(after)}`;
  return `${time.slice(0, 19)}Z ${event}: ${said.replace(/\s+/g, " ")}`.slice(0, LONGEST).toWellFormed();
}
