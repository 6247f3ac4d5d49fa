import { plain } from "../../../shared/action/terminal.ts";
import type { JudgedGate, Reason, Verdict } from "../../../shared/gate/verdict.ts";
import type { Style } from "../../../shared/ports/style.ts";

const NAME_WIDTH = 11;
const STATUS_WIDTH = 13;
const INDENT = " ".repeat(NAME_WIDTH + STATUS_WIDTH + 2);

/** The verdict, gate by gate, with what each has to say. */
export function verdictLines({ status, release, champion, gates }: Verdict, style: Style): readonly string[] {
  const against = champion === null ? "the first release" : `against ${plain(champion.version)}`;
  return [
    `${style.bold(`${plain(release.model)} ${plain(release.version)}`)}, ${against}`,
    ...gates.flatMap((gate) => gateLines(gate, style)),
    `${style.bold("verdict")} ${painted(status, status, style)}`,
  ];
}

function gateLines({ gate, level, status, reasons }: JudgedGate, style: Style): readonly string[] {
  const shown = level === "warn" && status !== "pass" && status !== "skipped" ? `${status} (warn)` : status;
  const head = `  ${gate.padEnd(NAME_WIDTH)}${painted(status, `${shown} `.padEnd(STATUS_WIDTH), style)}`;
  const lines = reasons.flatMap((reason) => reasonLines(reason, style));
  return lines.map((line, index) => (index === 0 ? `${head}${line}` : `${INDENT}${line}`));
}

function reasonLines({ status, message, fix }: Reason, style: Style): readonly string[] {
  const said = `${status === "warn" ? `${style.yellow("warning")} ` : ""}${plain(message, 1_000)}`;
  return fix === undefined ? [said] : [said, `${style.green("fix")} ${plain(fix, 1_000)}`];
}

function painted(status: JudgedGate["status"], text: string, style: Style): string {
  if (status === "pass") return style.green(text);
  if (status === "fail") return style.red(text);
  return style.yellow(text);
}
