import { toFailure } from "../../failure.ts";
import type { Chain } from "../../ledger/chain.ts";
import { type TakenBack, takenBack } from "../../ledger/taken-back.ts";
import type { Files } from "../../ports/files.ts";
import type { RevertProposal } from "../proposal/propose.ts";
import type { Delivered } from "./deliver.ts";
import type { Place } from "./place.ts";
import type { DeliveryPorts } from "./ports.ts";
import { manifestOfDigest } from "./tip.ts";
import type { DeliveryWords, IncidentStory } from "./words.ts";

interface Ended {
  readonly delivered: Pick<Delivered, "chain" | "entries" | "isTakenOver" | "tip">;
  readonly proposal: RevertProposal | null;
  readonly place: Place;
  readonly words: Pick<DeliveryWords, "incident">;
}

type Ports = Pick<DeliveryPorts, "makeFolder" | "resolve" | "log"> & { readonly files: Pick<Files, "write"> };

const FOLDER = "model-release-incidents";

/**
 * A folder that tells whoever looks into it what was taken back in this run, or in one before it that was killed: its
 * path as the user would write it, or null. All of it can be read in the ledger too, so that a disk which is full keeps
 * nobody from anything.
 */
export async function keepIncident(ended: Ended, ports: Ports): Promise<string | null> {
  const { chain } = ended.delivered;
  const found = untold(ended.delivered)
    .map((line) => takenBack(chain, line))
    .findLast((each) => each !== null);
  if (found === undefined) return null;
  try {
    const folder = `${FOLDER}/${nameOf(found)}`;
    const story = { ...found, chain, runbook: await runbookOf(found, ended), proposal: placeOf(ended.proposal) };
    await ports.makeFolder(ports.resolve(folder));
    // Whoever commits all that lies there does not commit this.
    await ports.files.write(ports.resolve(`${FOLDER}/.gitignore`), "*\n");
    for (const { name, text } of ended.words.incident(story))
      await ports.files.write(ports.resolve(`${folder}/${name}`), text);
    ports.log.info(`What is known of the incident is in ${folder}.`);
    return folder;
  } catch (thrown) {
    ports.log.info(`What is known of the incident could not be kept: ${toFailure(thrown).message}`);
    return null;
  }
}

/** The lines of this run; and the last attempt of whoever was killed before, who may have kept nothing of it. */
function untold({ chain, entries, isTakenOver }: Ended["delivered"]): Chain {
  const own = chain.length - entries.length;
  const begun = chain.slice(0, own).findLastIndex(({ event }) => event === "intent");
  return chain.slice(isTakenOver && begun >= 0 ? begun : own);
}

/** A version is free text, and a folder's name is not. */
function nameOf({ failed, ended }: TakenBack): string {
  const time = ended.time.replace(/[^\dTZ]/g, "").slice(0, 15);
  return `${failed.model}-${failed.version}-${time}`.replace(/[^\w.+-]/g, "_").slice(0, 128);
}

async function runbookOf({ failed }: TakenBack, { delivered, place }: Ended): Promise<string | null> {
  const manifest = delivered.tip === null ? null : await manifestOfDigest(failed, delivered.tip, place);
  return manifest?.model.runbook ?? null;
}

function placeOf(proposal: RevertProposal | null): IncidentStory["proposal"] {
  if (proposal?.kind !== "proposed") return null;
  const { pullRequest, branch } = proposal;
  return pullRequest === null ? { branch } : { url: pullRequest.url };
}
