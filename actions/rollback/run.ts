import { Failure } from "../../shared/failure.ts";
import { readSoundLedger } from "../../shared/ledger/ledger.ts";
import type { LedgerLine } from "../../shared/ledger/line.ts";
import type { Manifest } from "../../shared/release/manifest.ts";
import { deliveryWords } from "../../shared/report/delivery-words.ts";
import type { Run } from "../../shared/report/report.ts";
import { type Delivery, deliver } from "../../shared/rollout/delivery/deliver.ts";
import { type DeliveryDocument, deliveryDocument, EXIT_CODES } from "../../shared/rollout/delivery/document.ts";
import { targetOf } from "../../shared/rollout/delivery/endpoints.ts";
import { keepIncident } from "../../shared/rollout/delivery/incident.ts";
import { type Place, placeOf } from "../../shared/rollout/delivery/place.ts";
import type { DeliveryPorts } from "../../shared/rollout/delivery/ports.ts";
import { proposeReturn } from "../../shared/rollout/delivery/proposal.ts";
import { manifestOfDigest, readTip } from "../../shared/rollout/delivery/tip.ts";
import { quote } from "../../shared/schema/phrases.ts";
import type { RollbackInputs } from "./inputs.ts";
import { wayBack } from "./way-back.ts";

export type RollbackPorts = DeliveryPorts & {
  /** The run of the workflow that this is; null on a person's machine. */
  readonly run: Run | null;
};

/** What the action reaches besides. */
export type StepPorts = RollbackPorts & {
  readonly group: <T>(title: string, act: () => Promise<T>) => Promise<T>;
};

export interface RollbackWish {
  /** A version that was healthy; null for the one before. */
  readonly to: string | null;
  readonly reason: string;
}

export interface Step {
  readonly outcome: string;
  /** As JSON. */
  readonly result: string;
  /** The folder that tells what was taken back; empty where nothing was. */
  readonly incident: string;
  readonly exitCode: number;
}

/** The walk of the action. */
export async function rollbackStep(inputs: RollbackInputs, ports: StepPorts): Promise<Step> {
  const place = await placeOf(ports.resolve(inputs.manifest), ports);
  const document = await ports.group(`rollback ${place.path}`, () => rollback(place, inputs, ports));
  ports.log.info(`${quote(place.path)}: ${document.outcome}: ${document.reason}`);
  const { outcome, incident } = document;
  return { outcome, result: JSON.stringify(document), incident: incident ?? "", exitCode: EXIT_CODES[outcome] };
}

/** Traffic first, to what was healthy; then the revert that makes Git say the same. */
export async function rollback(
  place: Place,
  { to, reason }: RollbackWish,
  ports: RollbackPorts,
): Promise<DeliveryDocument> {
  const target = await targetOf(place);
  const { commit } = await place.mainline.tip();
  const tip = await readTip(commit, place);
  const { lines: chain } = await readSoundLedger(target.endpoint, { branch: place.ledger });
  const { failed, healthy } = wayBack(chain, { wanted: tip.manifest?.artifact.digest ?? null, to });
  const manifest = await manifestOfDigest(healthy, tip, place);
  if (manifest === null) throw forgotten(healthy);
  const words = deliveryWords(ports.run);
  const delivery: Delivery = { ...deliveryOf({ place, target, reason, manifest }), words };
  const delivered = await deliver(delivery, ports);
  const isBack = EXIT_CODES[delivered.outcome] === 0 || delivered.outcome === "bad";
  const isProposed = failed !== null && isBack;
  const { time, after } = delivered.chain.at(-1) ?? healthy;
  const proposal = isProposed ? await proposeReturn({ ...failed, reason, time, after }, delivery, ports) : null;
  const incident = await keepIncident({ delivered, proposal, place, words }, ports);
  const { model, version, digest } = healthy;
  return { ...deliveryDocument(delivery, delivered, incident), release: { model, version, digest } };
}

interface Back extends Pick<Delivery, "place" | "target"> {
  readonly reason: string;
  /** Of what is gone back to. */
  readonly manifest: Manifest;
}

/** What was healthy needs no pass, and nobody's approval; a freeze keeps back promotions alone. */
function deliveryOf({ place, target, reason, manifest }: Back): Omit<Delivery, "words"> {
  return {
    place,
    target,
    isPatient: true,
    isRetry: false,
    passOf: async () => ({ kind: "none", reason: "it was never healthy here", fix: "Choose a release that was." }),
    instead: async ({ contested: _, ...desired }) => ({
      ...desired,
      ...{ manifest, planHash: null, isFrozen: false, withdrawn: reason },
    }),
  };
}

function forgotten({ model, version, commit }: LedgerLine): Failure {
  return new Failure("commit-missing", `the repository no longer has the manifest of ${model} ${version}`, {
    fix: `Fetch the commit ${commit.slice(0, 12)}, or choose another release with --to.`,
  });
}
