import { type Failure, toFailure } from "../../shared/failure.ts";
import { deliveryWords } from "../../shared/report/delivery-words.ts";
import type { Run } from "../../shared/report/report.ts";
import { deliver } from "../../shared/rollout/delivery/deliver.ts";
import {
  type DeliveryDocument,
  deliveryDocument,
  EXIT_CODES,
  worstOf,
} from "../../shared/rollout/delivery/document.ts";
import { placesOf, targetOf } from "../../shared/rollout/delivery/endpoints.ts";
import { keepIncident } from "../../shared/rollout/delivery/incident.ts";
import { groundAt, type Place, placeOf } from "../../shared/rollout/delivery/place.ts";
import { planOfTip } from "../../shared/rollout/delivery/planned.ts";
import type { DeliveryPorts } from "../../shared/rollout/delivery/ports.ts";
import type { Plan } from "../../shared/rollout/plan.ts";
import { quote } from "../../shared/schema/phrases.ts";
import type { PromoteInputs } from "./inputs.ts";
import { type PassPorts, passOf } from "./pass.ts";

export type PromotePorts = DeliveryPorts &
  PassPorts & {
    /** The run of the workflow that this is; null on a person's machine. */
    readonly run: Run | null;
  };

/** What the action reaches besides. */
export type StepPorts = PromotePorts & {
  readonly group: <T>(title: string, act: () => Promise<T>) => Promise<T>;
  readonly report: (failure: Failure) => Promise<void>;
};

export interface PromoteWish {
  /** Whether to wait for what takes long, or to leave it to the next run. */
  readonly isPatient: boolean;
  /** A person asked to try again what the platform failed for too long. */
  readonly isRetry: boolean;
  /** The folder of a verdict that counts as a pass; null for what is on record. */
  readonly evidence: string | null;
  /** A person answers for what an approver would. */
  readonly isApproved: boolean;
}

export interface Step {
  /** The worst; empty where nothing was to be promoted. */
  readonly outcome: string;
  /** As JSON. */
  readonly result: string;
  /** A folder a line, for each release that was taken back. */
  readonly incidents: string;
  readonly exitCode: number;
}

/** The walk of the action: every endpoint that the default branch decides on in turn, whatever becomes of the others. */
export async function promoteAll(inputs: PromoteInputs, ports: StepPorts): Promise<Step> {
  const ends: End[] = [];
  for (const place of await askedPlaces(inputs, ports))
    ends.push(await ports.group(`promote ${place.path}`, () => end(place, inputs, ports)));
  const documents = ends.flatMap(({ document }) => document ?? []);
  const delivered = documents.filter((document) => "outcome" in document);
  return {
    outcome: worstOf(delivered.map(({ outcome }) => outcome)) ?? "",
    result: JSON.stringify(documents.length === 1 ? documents[0] : documents),
    incidents: delivered.flatMap(({ incident }) => incident ?? []).join("\n"),
    exitCode: WORST_FIRST.find((code) => ends.some(({ exitCode }) => exitCode === code)) ?? 0,
  };
}

/** The walk of one release: what the default branch says → what is there → what is missing, step by step. */
export async function promote(place: Place, wish: PromoteWish, ports: PromotePorts): Promise<DeliveryDocument> {
  const pass = { path: place.path, evidence: wish.evidence, isApproved: wish.isApproved };
  const delivery = {
    place,
    target: await targetOf(place),
    isPatient: wish.isPatient,
    isRetry: wish.isRetry,
    words: deliveryWords(ports.run),
    passOf: (...[release, known]: Parameters<Parameters<typeof deliver>[0]["passOf"]>) =>
      passOf(release, { known, wish: pass }, ports),
  };
  const delivered = await deliver(delivery, ports);
  const incident = await keepIncident({ ...delivery, delivered, proposal: delivered.proposal }, ports);
  return deliveryDocument(delivery, delivered, incident);
}

const WORST_FIRST = [1, 2, 4, 3, 0];

async function askedPlaces({ manifest }: PromoteInputs, ports: StepPorts): Promise<readonly Place[]> {
  if (manifest !== null) return [await placeOf(ports.resolve(manifest), ports)];
  return placesOf(await groundAt(ports.resolve("."), ports), ports.log);
}

interface End {
  readonly document: DeliveryDocument | Plan | null;
  readonly exitCode: number;
}

async function end(place: Place, inputs: PromoteInputs, ports: StepPorts): Promise<End> {
  try {
    if (inputs.isDryRun) return { document: await shownPlan(place, ports), exitCode: 0 };
    const { isPatient, evidence } = inputs;
    const document = await promote(place, { isPatient, evidence, isRetry: false, isApproved: false }, ports);
    ports.log.info(`${quote(place.path)}: ${document.outcome}: ${document.reason}`);
    return { document, exitCode: EXIT_CODES[document.outcome] };
  } catch (thrown) {
    const failure = toFailure(thrown);
    await ports.report(failure);
    return { document: null, exitCode: failure.exitCode };
  }
}

async function shownPlan(place: Place, ports: StepPorts): Promise<Plan> {
  const plan = await planOfTip(place, ports);
  for (const { kind, resource, after } of plan.steps) ports.log.info(`${kind} ${resource}: ${after ?? "nothing"}`);
  return plan;
}
