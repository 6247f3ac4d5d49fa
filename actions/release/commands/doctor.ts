import { Failure } from "../../../shared/failure.ts";
import type { Style } from "../../../shared/ports/style.ts";
import type { Check, Device } from "./check.ts";
import type { CommandPorts, CommandResult, Invocation } from "./command.ts";
import { diagnose } from "./diagnosis.ts";

const DEVICES: readonly Device[] = ["auto", "cpu", "gpu"];

/** What this machine can do, what it cannot, and what would change that. It changes nothing itself. */
export async function doctor({ options }: Invocation, ports: CommandPorts): Promise<CommandResult> {
  const device = deviceOf(options.get("device"));
  const machine = await (await ports.machine()).examine();
  const checks = diagnose(machine, device);
  const exitCode = checks.some(({ status }) => status === "fail") ? 1 : 0;
  const document = {
    schema: "model-release/doctor/v1",
    device,
    status: exitCode === 0 ? "pass" : "fail",
    checks,
    machine,
  };
  return { exitCode, document, text: (style) => checks.map((check) => checkText(check, style)).join("\n") };
}

function deviceOf(given: string | true | undefined): Device {
  const device = DEVICES.find((known) => known === (given ?? "auto"));
  if (device !== undefined) return device;
  throw new Failure("usage", `There is no device "${given}".`, { fix: `Choose from ${DEVICES.join(", ")}.` });
}

function checkText({ name, status, message, fix }: Check, style: Style): string {
  const mark = { ok: style.green("ok  "), warn: style.yellow("warn"), fail: style.red("fail") }[status];
  const line = `${mark} ${style.bold(name.padEnd(12))} ${message}`;
  return fix === undefined ? line : `${line}\n                  ${style.dim("fix")} ${fix}`;
}
