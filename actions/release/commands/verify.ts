import { verifyLedger } from "../../../shared/ledger/verification.ts";
import { askedLedger, refuseUnknown } from "./asked-ledger.ts";
import type { CommandPorts, CommandResult, Invocation } from "./command.ts";
import { verificationText } from "./verification-text.ts";

/** Every line of the ledger against its hash, every chain whole, and every commit only added to. */
export async function verify(invocation: Invocation, ports: CommandPorts): Promise<CommandResult> {
  const { branch, past, endpoint } = await askedLedger(invocation, ports);
  // What was fetched before is asked first: fetching forgets it.
  const seen = branch.place === "origin" ? await past.seen() : null;
  const tree = await branch.fetch();
  refuseUnknown(endpoint, tree);
  const { commit } = tree;
  const rewrites = commit === null ? null : await past.rewrites(commit);
  const isKept = seen === null || (commit !== null && (await past.holds(commit, seen)));
  const document = await verifyLedger({ tree, endpoint, rewrites, lost: isKept ? null : seen });
  const { place } = branch;
  return {
    exitCode: document.isSound ? 0 : 1,
    document,
    text: (style) => verificationText(document, { place, rewrites }, style),
  };
}
