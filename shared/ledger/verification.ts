import type { Problem } from "../failure.ts";
import type { LedgerTree } from "../ports/ledger-branch.ts";
import type { LedgerRewrite, LedgerRewrites } from "../ports/ledger-past.ts";
import { problemsOf } from "./chain.ts";
import { LEDGER_BRANCH } from "./ledger.ts";
import { parseLine } from "./line.ts";

/** What was found when every line of a ledger was read again. */
export interface Verification {
  readonly schema: "model-release/verification/v1";
  readonly isSound: boolean;
  /** The branch's tip; null where nothing was ever written. */
  readonly commit: string | null;
  readonly files: readonly VerifiedFile[];
  /** Of the branch itself, and of how it became what it is. */
  readonly problems: readonly Problem[];
  /** What somebody did to it once, and was taken back. */
  readonly notes: readonly string[];
}

export interface VerifiedFile {
  readonly file: string;
  readonly lines: number;
  readonly problems: readonly Problem[];
}

export interface Asked {
  readonly tree: LedgerTree;
  /** Only this one; all without. */
  readonly endpoint: string | null;
  /** Null where no branch is there. */
  readonly rewrites: LedgerRewrites | null;
  /** The commit that this clone fetched from the branch before, where the branch no longer holds it. */
  readonly lost: string | null;
}

const NAME = /^([0-9a-z-]{1,63})\.jsonl$/;
const NEWLINE = 0x0a;

/** Every line of every chain against its hash and the line before it, and every commit against the one before it. */
export async function verifyLedger(asked: Asked): Promise<Verification> {
  const { tree, endpoint } = asked;
  const files: VerifiedFile[] = [];
  for (const file of ledgerNames(tree, endpoint)) files.push(verified(file, (await tree.read(file))!));
  const problems = [...(endpoint === null ? strangers(tree) : []), ...pastProblems(asked)];
  const isSound = problems.length === 0 && files.every((file) => file.problems.length === 0);
  return {
    schema: "model-release/verification/v1",
    isSound,
    commit: tree.commit,
    files,
    problems,
    notes: notesOf(asked),
  };
}

/** The endpoints that the ledger has a chain of. */
export function endpointsIn({ names }: Pick<LedgerTree, "names">): readonly string[] {
  return names.map((name) => NAME.exec(name)?.[1]).filter((endpoint) => endpoint !== undefined);
}

function ledgerNames(tree: LedgerTree, endpoint: string | null): readonly string[] {
  return endpointsIn(tree)
    .filter((each) => endpoint === null || each === endpoint)
    .map((each) => `${each}.jsonl`);
}

function verified(file: string, bytes: Uint8Array): VerifiedFile {
  // What is no UTF-8 becomes another character, and the line is then not what its hash says.
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const problems = [...problemsOf(text, file), ...encodingProblems(bytes, text, file)];
  const other = problems.length === 0 ? otherEndpoint(text, file) : [];
  return { file, lines: text.split("\n").length - 1, problems: [...problems, ...other] };
}

function encodingProblems(bytes: Uint8Array, text: string, file: string): readonly Problem[] {
  const again = new TextEncoder().encode(text);
  const differing = bytes.findIndex((byte, index) => byte !== again[index]);
  if (differing === -1 && again.length === bytes.length) return [];
  const at = differing === -1 ? bytes.length : differing;
  const line = bytes.subarray(0, at).filter((byte) => byte === NEWLINE).length + 1;
  return [{ file, line, column: 1, message: "the line is no UTF-8", fix: RESTORE }];
}

/** Along a sound chain the endpoint never changes. */
function otherEndpoint(text: string, file: string): readonly Problem[] {
  const [first = ""] = text.split("\n", 1);
  if (first === "") return [];
  const { endpoint } = parseLine(first, `${file}:1`);
  if (file === `${endpoint}.jsonl`) return [];
  const message = `these are the lines of endpoint ${endpoint}`;
  return [{ file, line: 1, column: 1, message, fix: RESTORE }];
}

function strangers({ names }: LedgerTree): readonly Problem[] {
  return names
    .filter((name) => !NAME.test(name))
    .map((file) => ({ file, line: 1, column: 1, message: "no endpoint has a ledger of this name", fix: REMOVE }));
}

function pastProblems({ rewrites, endpoint, lost }: Asked): readonly Problem[] {
  const rewritten = rewritesOf(rewrites, endpoint)
    .filter(({ isMended }) => !isMended)
    .map((rewrite) => {
      const { name, line } = rewrite;
      return { file: name, line: line ?? 1, column: 1, message: rewriteText(rewrite), fix: RESTORE };
    });
  if (lost === null) return rewritten;
  const message = `the branch no longer holds commit ${lost}, which this clone fetched from it before`;
  return [...rewritten, { file: LEDGER_BRANCH, line: 1, column: 1, message, fix: FORCED }];
}

function notesOf({ rewrites, endpoint }: Asked): readonly string[] {
  return rewritesOf(rewrites, endpoint)
    .filter(({ isMended }) => isMended)
    .map((rewrite) => `${rewrite.name}:${rewrite.line ?? 1}: ${rewriteText(rewrite)}; all is there again`);
}

function rewritesOf(rewrites: LedgerRewrites | null, endpoint: string | null): readonly LedgerRewrite[] {
  return (rewrites?.found ?? []).filter(({ name }) => endpoint === null || name === `${endpoint}.jsonl`);
}

function rewriteText({ line, commit }: LedgerRewrite): string {
  if (line === null) return `commit ${commit} deleted the file`;
  return `commit ${commit} changed this line, or took it out, after it was written`;
}

const RESTORE = "Restore the file from the commit before: git log -p origin/model-release-ledger shows who changed it.";
const REMOVE = "Remove it in a commit of its own: only ledgers belong on this branch.";
const FORCED = "Find out who forced the branch, by the forge's log of pushes, and push that commit again.";
