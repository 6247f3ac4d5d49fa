import { placeOf } from "../../../shared/rollout/delivery/place.ts";
import { parseInputs } from "../../rollback/inputs.ts";
import { rollback as takeBack } from "../../rollback/run.ts";
import type { CommandPorts, CommandResult, Invocation } from "./command.ts";
import { deliveryResult } from "./promote.ts";

/** Back to what was healthy, on a person's machine. */
export async function rollback({ operands, options }: Invocation, ports: CommandPorts): Promise<CommandResult> {
  const given = (name: string): string => {
    const value = options.get(name);
    return typeof value === "string" ? value : "";
  };
  const texts = { token: "", manifest: operands[0]!, to: given("to"), reason: given("reason"), "timeout-minutes": "" };
  const wish = parseInputs(texts);
  const delivery = await ports.delivery();
  const place = await placeOf(ports.resolve(wish.manifest), delivery);
  return deliveryResult(await takeBack(place, wish, delivery));
}
