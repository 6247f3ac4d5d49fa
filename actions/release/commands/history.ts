import type { Chain } from "../../../shared/ledger/chain.ts";
import { servedAt } from "../../../shared/ledger/history.ts";
import { readLedger } from "../../../shared/ledger/ledger.ts";
import type { LedgerLine } from "../../../shared/ledger/line.ts";
import { momentOf } from "../../../shared/ledger/moment.ts";
import { endpointsIn } from "../../../shared/ledger/verification.ts";
import { askedLedger, refuseUnknown } from "./asked-ledger.ts";
import type { CommandPorts, CommandResult, Invocation } from "./command.ts";
import { historyText, momentText } from "./history-text.ts";

/** What became of every release, or who answered at one moment: as each endpoint's ledger tells it. */
export async function history(invocation: Invocation, ports: CommandPorts): Promise<CommandResult> {
  const { branch, endpoint } = await askedLedger(invocation, ports);
  const at = invocation.options.get("at");
  const moment = typeof at === "string" ? momentOf(at, (await ports.ledger()).nowMs()) : null;
  const tree = await branch.fetch();
  refuseUnknown(endpoint, tree);
  const still = { place: branch.place, fetch: async () => tree, push: branch.push };
  const chains = new Map<string, Chain>();
  for (const each of endpointsIn(tree))
    if (endpoint === null || each === endpoint)
      chains.set(each, await readLedger(each, { branch: still, log: ports.log }));
  const told = { place: branch.place, chains, moment };
  return {
    exitCode: 0,
    document: moment === null ? inOrder([...chains.values()]) : lastLines(chains, moment),
    text: (style) => (moment === null ? historyText(told, style) : momentText({ ...told, moment }, style)),
  };
}

/** Of each endpoint the last line by then: its `after` says who answered. */
function lastLines(chains: ReadonlyMap<string, Chain>, moment: string): readonly LedgerLine[] {
  return [...chains.values()].map((chain) => servedAt(chain, moment)?.since).filter((line) => line !== undefined);
}

/** Of several endpoints by their times; along one of them times never run backwards. */
function inOrder(chains: readonly Chain[]): readonly LedgerLine[] {
  return chains.flat().toSorted((a, b) => (a.time === b.time ? 0 : a.time < b.time ? -1 : 1));
}
