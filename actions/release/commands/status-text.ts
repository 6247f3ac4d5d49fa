import { failureText } from "../../../shared/action/failure-text.ts";
import { plain } from "../../../shared/action/terminal.ts";
import type { Failure } from "../../../shared/failure.ts";
import type { Style } from "../../../shared/ports/style.ts";
import type { EndpointStatus } from "../../../shared/rollout/by-hand/status.ts";
import { tableLines } from "./table.ts";

const SHORT = 19;
const MAX_STATE = 300;

/** A few lines for each endpoint; what could not be looked at comes last. */
export function statusText(seen: readonly EndpointStatus[], failures: readonly Failure[], style: Style): string {
  if (seen.length + failures.length === 0)
    return "The default branch has no release.yaml here: nothing is to be served.";
  const told = [
    ...seen.map((status) => lines(status, style)),
    ...failures.map((failure) => [failureText(failure, style)]),
  ];
  return told.map((each) => each.join("\n")).join("\n\n");
}

function lines({ endpoint, manifest, desired, live, inSync, state, freeze }: EndpointStatus, style: Style): string[] {
  const sync = inSync ? style.green("in sync") : style.red("not in sync");
  const rows = [
    [
      "desired",
      desired === null ? "nothing: the manifest was deleted" : `${plain(desired.version, 40)}`,
      short(desired?.digest),
    ],
    ...(live.length === 0 ? [["live", "nothing", ""]] : live.map((share) => ["live", ...shareCells(share)])),
    ["state", plain(state, MAX_STATE)],
    ...(freeze === null ? [] : [["freeze", plain(freeze, MAX_STATE)]]),
  ];
  return [`${style.bold(`endpoint ${plain(endpoint)}`)} (${plain(manifest)}): ${sync}`, ...tableLines(rows)];
}

function shareCells({ version, deployedModelId, digest, percent }: EndpointStatus["live"][number]): string[] {
  const name = version === null ? `deployed model ${plain(deployedModelId)}` : plain(version, 40);
  return [`${name} at ${percent} %`, digest === null ? "deployed by others" : short(digest)];
}

function short(digest: string | undefined): string {
  return digest === undefined ? "" : `${digest.slice(0, SHORT)}…`;
}
