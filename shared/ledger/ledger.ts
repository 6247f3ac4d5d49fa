import { Failure } from "../failure.ts";
import type { LedgerBranch, LedgerTree } from "../ports/ledger-branch.ts";
import type { Log } from "../ports/log.ts";
import { appended, type Chain, chainText, parseChain } from "./chain.ts";
import type { LedgerEntry } from "./line.ts";

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

/**
 * The chain with what a writer has to say at its end. Whoever is second finds the other's lines below its own: both
 * land, in the order in which they were pushed.
 */
export async function record(entries: readonly LedgerEntry[], ports: Ports): Promise<Chain> {
  const endpoint = entries[0]?.endpoint;
  if (endpoint === undefined) throw new Failure("internal", "there is nothing to record", { fix: "Report this." });
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const tree = await ports.branch.fetch();
    const chain = appended(await chainIn(tree, endpoint, ports.log), entries);
    const change = {
      parent: tree.commit,
      name: fileOf(endpoint),
      bytes: new TextEncoder().encode(chainText(chain)),
      message: messageOf(entries),
    };
    if ((await ports.branch.push(change)) === "pushed") return chain;
  }
  throw new Failure("ledger-busy", `others wrote to the ledger ${MOST_ATTEMPTS} times, each before us`, {
    fix: "Run it again: nothing was lost.",
  });
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
  return lines;
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
