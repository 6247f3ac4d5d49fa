import { DELIVERY_COMMANDS } from "./catalogue/delivery.ts";
import { LEDGER_COMMANDS } from "./catalogue/ledger.ts";
import { MACHINE_COMMANDS } from "./catalogue/machine.ts";
import { MEASURING_COMMANDS } from "./catalogue/measuring.ts";
import { MODEL_COMMANDS } from "./catalogue/model.ts";
import type { CommandDescription, OptionDescription } from "./command.ts";

/** Every command that exists, in the order in which a newcomer meets them. */
export const COMMANDS: readonly CommandDescription[] = [
  ...MODEL_COMMANDS,
  ...MEASURING_COMMANDS,
  ...DELIVERY_COMMANDS,
  ...LEDGER_COMMANDS,
  ...MACHINE_COMMANDS,
];

/** Understood by every command. */
export const COMMON_OPTIONS: readonly OptionDescription[] = [
  { name: "help", description: "show this help" },
  { name: "verbose", description: "say more on stderr" },
];
