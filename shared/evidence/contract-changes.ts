import type { Contract } from "../release/contract.ts";
import { diffContracts } from "../release/contract-diff.ts";
import type { ContractEvidence } from "./evidence.ts";

/** What two manifests tell by themselves, without the model. */
export type ContractChanges = Pick<ContractEvidence, "changes" | "brokenConsumers">;

/** From one contract to the next, and whom that breaks; nothing for a first release. */
export function contractChanges(before: Contract | null, after: Contract): ContractChanges {
  const changes = before === null ? [] : diffContracts(before, after);
  const broken = changes.filter(({ effect }) => effect === "breaking").map(knownAs);
  const isTouched = (output: string): boolean =>
    broken.some((path) => path === `outputs.${output}` || path.startsWith(`outputs.${output}.`));
  const brokenConsumers = (before?.consumers ?? []).flatMap(({ name, reads }) =>
    reads.filter(isTouched).map((output) => ({ consumer: name, output })),
  );
  return { changes, brokenConsumers };
}

/** Who reads an output knows it by the name that it had. */
function knownAs({ kind, path, before }: ContractEvidence["changes"][number]): string {
  return kind === "renamed" && path.startsWith("outputs.") ? `outputs.${before}` : path;
}
