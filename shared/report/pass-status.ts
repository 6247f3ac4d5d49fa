import { createHash } from "node:crypto";
import { Failure } from "../failure.ts";
import type { VerdictStatus } from "../gate/verdict.ts";
import type { CommitStatus, WrittenStatus } from "../ports/commit-status.ts";
import type { Forge } from "../ports/forge.ts";
import type { LedgerBranch } from "../ports/ledger-branch.ts";
import { canonicalJson } from "../schema/canonical-json.ts";
import { type PassRecord, parseRecord } from "./pass-record.ts";

/** Where the ledger is kept: there the records lie beside it. */
const BRANCH = "model-release-ledger";
/** As the check would be named. */
const CONTEXT = "model-release";
const LONGEST_RECORD = 2 ** 17;
const MOST_ATTEMPTS = 20;

/** As forges without checks know them. */
const STATES: Readonly<Record<VerdictStatus, CommitStatus["state"]>> = {
  pass: "success",
  fail: "failure",
  inconclusive: "error",
};

export interface JudgedHead {
  readonly commit: string;
  readonly status: VerdictStatus;
  readonly record: PassRecord;
  /** The page of the run that judged it. */
  readonly runUrl: string | null;
}

interface Ports {
  readonly forge: Pick<Forge, "statuses">;
  readonly ledger: LedgerBranch;
}

/** The pass on record where a forge keeps no checks: a status that names a record, by the record's own digest. */
export async function writePassStatus({ commit, status, record, runUrl }: JudgedHead, ports: Ports): Promise<void> {
  const text = `${canonicalJson(record)}\n`;
  const name = nameOf(text);
  await keep(name, text, ports.ledger);
  const description = `${status}, as ${name} of the branch ${BRANCH} says`;
  await ports.forge.statuses.create(commit, {
    context: CONTEXT,
    state: STATES[status],
    description,
    targetUrl: runUrl,
  });
}

/** The inverse: null where our own account has said nothing of the commit. */
export async function passFromStatus(
  commit: string,
  forge: Pick<Forge, "statuses" | "identity" | "readFile">,
): Promise<PassRecord | null> {
  const { id } = await forge.identity();
  // Anybody who may push may write a status: only the last word of our own account counts.
  const own = (await forge.statuses.list(commit, CONTEXT)).find((status) => isBy(status, id));
  const name = own === undefined ? null : recordIn(own);
  if (name === null) return null;
  const bytes = await forge.readFile({ ref: BRANCH, path: name }, LONGEST_RECORD);
  if (bytes === undefined) throw gone(name);
  const text = new TextDecoder().decode(bytes);
  if (nameOf(text) !== name) throw changed(name);
  return parseRecord(text, name);
}

/** What a job of Gitea's writes has no author there; whoever could write as a job could change what jobs do. */
function isBy({ author }: WrittenStatus, id: number): boolean {
  return author === null ? id < 0 : author.id === id;
}

/** A status that lets nothing pass has a record too: it says of which release that was. */
function recordIn({ description }: WrittenStatus): string | null {
  return /\bpasses\/[0-9a-f]{64}\.json\b/.exec(description)?.[0] ?? null;
}

function nameOf(text: string): string {
  return `passes/${createHash("sha256").update(text).digest("hex")}.json`;
}

/** Once: the same record is the same file. */
async function keep(name: string, text: string, ledger: LedgerBranch): Promise<void> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const tree = await ledger.fetch();
    if ((await tree.read(name)) !== undefined) return;
    const bytes = new TextEncoder().encode(text);
    const change = {
      parent: tree.commit,
      name,
      bytes,
      message: "ledger: keep what the head of a pull request was found to be",
    };
    if ((await ledger.push(change)) === "pushed") return;
  }
  throw new Failure("ledger-busy", `others wrote to the ledger ${MOST_ATTEMPTS} times, each before us`, {
    fix: "Run it again: nothing was lost.",
  });
}

function gone(name: string): Failure {
  return new Failure("ledger-invalid", `${name} is not on the branch ${BRANCH}, and a status names it`, {
    fix: "Run the report on the pull request again.",
  });
}

function changed(name: string): Failure {
  return new Failure("ledger-invalid", `${name} on the branch ${BRANCH} is not what its name says`, {
    fix: `Find out who changed it: git log -p ${BRANCH} shows each change with its author.`,
  });
}
