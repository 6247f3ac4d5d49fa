import type { OptionDescription } from "../command.ts";

export const JSON_OPTION: OptionDescription = { name: "json", description: "print one JSON document and nothing else" };

export const ENDPOINT_OPTION: OptionDescription = {
  name: "endpoint",
  value: "E",
  description: "only this endpoint's ledger",
};
