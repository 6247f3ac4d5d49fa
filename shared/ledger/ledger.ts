import { Failure } from "../failure.ts";
import type { LedgerBranch, LedgerTree } from "../ports/ledger-branch.ts";
import type { Log } from "../ports/log.ts";
import { canonicalJson } from "../schema/canonical-json.ts";
import { appended, type Chain, chainText, parseChain, type SoundChain, soundChain } from "./chain.ts";
import type { LedgerEntry } from "./line.ts";

/** Where it is kept, in the model repository itself. */
export const LEDGER_BRANCH = "model-release-ledger";

interface Ports {
  readonly branch: LedgerBranch;
  readonly log: Log;
}

/** So many others may be first, one after another. */
const MOST_ATTEMPTS = 20;

/** The endpoint's chain as it is now; empty where nothing was ever written. */
export async function readLedger(endpoint: string, { branch, log }: Ports): Promise<Chain> {
  return chainIn(await branch.fetch(), endpoint, log);
}

/** The chain as far as nobody has changed it: whoever gives traffic back does not wait until that is mended. */
export async function readSoundLedger(endpoint: string, { branch }: Pick<Ports, "branch">): Promise<SoundChain> {
  const file = fileOf(endpoint);
  const bytes = await (await branch.fetch()).read(file);
  if (bytes === undefined) return { lines: [], broken: null };
  // What is no UTF-8 becomes another character, and the line is then not what its hash says.
  const sound = soundChain(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes), file);
  const isOwn = sound.lines[0] === undefined || sound.lines[0].endpoint === endpoint;
  return isOwn ? sound : { lines: [], broken: othersLines(sound.lines, file) };
}

/**
 * The chain with what a writer has to say at its end. Whoever is second finds the other's lines below its own: both
 * land, in the order in which they were pushed. A line that was pushed already, before a crash, is not pushed again.
 */
export async function record(entries: readonly LedgerEntry[], ports: Ports): Promise<Chain> {
  const endpoint = entries[0]?.endpoint;
  if (endpoint === undefined) throw new Failure("internal", "there is nothing to record", { fix: "Report this." });
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const tree = await ports.branch.fetch();
    const known = await chainIn(tree, endpoint, ports.log);
    const news = unrecorded(entries, known);
    if (news.length === 0) return known;
    const chain = appended(known, news);
    const bytes = new TextEncoder().encode(chainText(chain));
    const change = { parent: tree.commit, name: fileOf(endpoint), bytes, message: messageOf(news) };
    if ((await ports.branch.push(change)) === "pushed") return chain;
  }
  throw new Failure("ledger-busy", `others wrote to the ledger ${MOST_ATTEMPTS} times, each before us`, {
    fix: "Run it again: nothing was lost.",
  });
}

/** What the chain does not hold yet. */
export function unrecorded(entries: readonly LedgerEntry[], chain: Chain): readonly LedgerEntry[] {
  const known = new Set(chain.slice(-MOST_PENDING).map(contentOf));
  return entries.filter((entry) => !known.has(contentOf(entry)));
}

const MOST_PENDING = 4096;

/** All that an entry itself says; its place in the chain is the chain's. */
function contentOf(entry: LedgerEntry): string {
  const { time, endpoint, model, version, digest, event, commit, pullRequest, actor, evidenceDigest } = entry;
  const { before, after, reason } = entry;
  const said = [time, endpoint, model, version, digest, event, commit, pullRequest, actor, evidenceDigest];
  return canonicalJson([...said, before, after, reason]);
}

/** Of its endpoint, one file. */
export function fileOf(endpoint: string): string {
  return `${endpoint}.jsonl`;
}

async function chainIn(tree: LedgerTree, endpoint: string, log: Log): Promise<Chain> {
  const file = fileOf(endpoint);
  const bytes = await tree.read(file);
  if (bytes === undefined) return [];
  const { lines, torn } = parseChain(textOf(bytes, file), file);
  if (torn !== null) log.info(`${file}: the last line is cut off, and dropped.`);
  if (lines[0] === undefined || lines[0].endpoint === endpoint) return lines;
  throw othersLines(lines, file);
}

function othersLines([first]: Chain, file: string): Failure {
  return new Failure("ledger-invalid", `${file}:1: these are the lines of endpoint ${first!.endpoint}`, {
    fix: "Restore the file from the commit before: git log -p shows who put another's lines there.",
  });
}

function textOf(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new Failure("ledger-invalid", `${file} is no UTF-8`, {
      fix: "Restore the file from the commit before it.",
      cause,
    });
  }
}

function messageOf(entries: readonly LedgerEntry[]): string {
  const [first] = entries;
  const events = entries.map(({ event }) => event).join(", ");
  return `ledger: ${first!.model} ${first!.version} ${events}\n\nEndpoint: ${first!.endpoint}\nCommit: ${first!.commit}`;
}
