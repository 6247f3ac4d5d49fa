import { instantMs } from "../../../../shared/ledger/instant.ts";
import type { LedgerLine } from "../../../../shared/ledger/line.ts";
import { type Delivered, writesAt } from "./deliver.ts";
import { expectThat, type Scene } from "./scene.ts";

/** Every station of a rollout, as the ledger names them. */
export function tellPath({ lines, seconds }: Delivered, { tell }: Scene): void {
  const stations = lines.filter(({ event }) => event !== "intent").map(stationOf);
  tell("promote", `${stations.join(" → ")}, ${seconds} s`);
}

function stationOf({ event, version, after }: LedgerLine): string {
  const own = after.find((share) => share.version === version);
  return event === "shifted" && own !== undefined ? `${own.percent} %` : event;
}

/** What each step of the canary was judged by: the last word about it. */
export function tellCanary({ lines }: Delivered, { tell, stage }: Scene): void {
  const percents = lines.filter(({ event }) => event === "shifted").map((line) => stationOf(line));
  for (const percent of percents) {
    const last = stage.said().findLast((message) => message.startsWith(`${percent}: `));
    if (last !== undefined) tell("canary", last, "good");
  }
}

/** How long a release had traffic that it could not keep. */
export function tellRestored(delivered: Delivered, { tell }: Scene): void {
  const bad = delivered.lines.find(({ event }) => event === "bad");
  const moved = writesAt(delivered).filter(({ method }) => method === "UpdateEndpoint");
  const [shifted, restored] = [moved[0], moved.at(-1)];
  expectThat(bad !== undefined && shifted !== undefined && restored !== undefined, "traffic is given back");
  const seconds = ((instantMs(restored.time) - instantMs(shifted.time)) / 1000).toFixed(1);
  tell("canary", (bad.reason ?? "").replace("canary at ", ""), "bad");
  tell("restored", `by itself, ${seconds} s after the first customers met ${bad.version}`, "good");
  const { incident } = delivered.document;
  if (incident !== null) tell("incident", `what is known of it is kept in ${incident.split("/", 1)[0]}`);
  tell("ledger", `${bad.model} ${bad.version} is bad: nobody releases it again without a waiver that names this`);
}

export function tellServed({ memory, tell }: Scene): void {
  const shares = memory.chain.at(-1)?.after.filter(({ percent }) => percent > 0) ?? [];
  tell("served", shares.map(({ version, percent }) => `churn ${version} at ${percent} %`).join(", "), "good");
}
