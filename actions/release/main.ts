import { entry } from "../../shared/action/entry.ts";
import { styleFor } from "../../shared/action/terminal.ts";
import { commandPorts } from "../wiring/command-ports.ts";
import { VERSION } from "../wiring/version.ts";
import { run } from "./run.ts";

await entry(() =>
  run({
    words: process.argv.slice(2),
    version: VERSION,
    style: styleFor({ isTerminal: process.stdout.isTTY, environment: process.env }),
    print: (text) => process.stdout.write(`${text}\n`),
    ports: commandPorts,
  }),
);
