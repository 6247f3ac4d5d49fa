import { Failure } from "../../../shared/failure.ts";
import { endpointsIn } from "../../../shared/ledger/verification.ts";
import type { LedgerBranch, LedgerTree } from "../../../shared/ports/ledger-branch.ts";
import type { LedgerPast } from "../../../shared/ports/ledger-past.ts";
import { parseManifest } from "../../../shared/release/manifest.ts";
import { quote } from "../../../shared/schema/phrases.ts";
import type { CommandPorts, Invocation } from "./command.ts";

export interface AskedLedger {
  readonly branch: LedgerBranch;
  readonly past: LedgerPast;
  /** The endpoint that a person named, or that the manifest they named does; null for all. */
  readonly endpoint: string | null;
}

const MAX_MANIFEST_BYTES = 1 << 20;

/** The ledger of the repository that a path lies in, or else of the one that the user called from. */
export async function askedLedger({ operands, options }: Invocation, ports: CommandPorts): Promise<AskedLedger> {
  const path = ports.resolve(operands[0] ?? ".");
  const isFile = (await ports.files.kind(path)) === "file";
  const folder = isFile ? path.slice(0, Math.max(1, path.lastIndexOf("/"))) : path;
  const ledger = await ports.ledger();
  const repository = await ledger.repositories.find(folder);
  if (repository === undefined) {
    throw new Failure("usage", `${quote(folder)} lies in no Git repository, so no ledger is kept there`, {
      fix: "Name a folder of the model repository, or run this in it.",
    });
  }
  const named = options.get("endpoint");
  return {
    branch: await ledger.ledgerBranch(repository.top),
    past: ledger.ledgerPast(repository.top),
    endpoint: typeof named === "string" ? named : isFile ? await endpointOf(path, ports) : null,
  };
}

/** An endpoint that nothing was ever written of is more likely a slip of the hand. */
export function refuseUnknown(endpoint: string | null, tree: LedgerTree): void {
  const known = endpointsIn(tree);
  if (endpoint === null || known.length === 0 || known.includes(endpoint)) return;
  throw new Failure("usage", `the ledger has nothing of endpoint ${quote(endpoint)}`, {
    fix: `Name one of ${known.slice(0, 20).join(", ")}.`,
  });
}

async function endpointOf(path: string, { files }: CommandPorts): Promise<string> {
  const { target } = parseManifest(await files.read(path, MAX_MANIFEST_BYTES), path);
  if (target !== undefined) return target.endpoint;
  throw new Failure("manifest-invalid", `${path} names no endpoint`, { fix: "Add target to it." });
}
