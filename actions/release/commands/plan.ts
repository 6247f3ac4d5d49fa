import { placeOf } from "../../../shared/rollout/delivery/place.ts";
import { planOfFile } from "../../../shared/rollout/delivery/planned.ts";
import type { Plan } from "../../../shared/rollout/plan.ts";

import type { CommandPorts, CommandResult, Invocation } from "./command.ts";

/** What merging this release.yaml would do, or what is still to be done. Changes nothing. */
export async function plan({ operands }: Invocation, ports: CommandPorts): Promise<CommandResult> {
  const manifest = operands[0]!;
  const delivery = await ports.delivery();
  const path = ports.resolve(manifest);
  const planned = await planOfFile({ path, title: manifest }, await placeOf(path, delivery), delivery);
  return { exitCode: 0, document: planned, text: () => planLines(planned).join("\n") };
}

function planLines({ hash, steps, restore }: Plan): readonly string[] {
  if (steps.length === 0) return ["Nothing is to be done.", restore];
  const lines = steps.map(({ kind, resource, before, after }) => {
    const change = before === null ? (after ?? "nothing") : `${before} → ${after ?? "nothing"}`;
    return `${kind.padEnd(9)}${resource}: ${change}`;
  });
  return [...lines, restore, `plan ${hash}`];
}
