import { joinEvidence, readShards } from "../../../shared/evidence/collect/join.ts";
import { evidenceText } from "../../../shared/evidence/document.ts";
import { Failure } from "../../../shared/failure.ts";
import { verdictText } from "../../../shared/gate/document.ts";
import { judge } from "../../../shared/gate/judge.ts";
import { policyOf } from "../../../shared/gate/policy.ts";
import { ownPages } from "../../../shared/report/pages.ts";
import { EXIT_CODES } from "../../validate/run.ts";
import type { CommandPorts, CommandResult, Invocation } from "./command.ts";
import { verdictLines } from "./verdict-text.ts";

/** Shards do not keep where their manifest lay: this is what it is called everywhere. */
const RELEASE = "release.yaml";

/** The shards of one run, joined to the verdict that it would have had in one. */
export async function merge({ operands, options }: Invocation, ports: CommandPorts): Promise<CommandResult> {
  const out = options.get("out");
  if (typeof out !== "string") {
    throw new Failure("usage", "`merge` needs a folder to write.", { fix: "Give --out DIR." });
  }
  const { files, spill, makeFolder } = await ports.validate();
  const shards = await readShards(operands.map(ports.resolve), { files, spill });
  const { challenger, champion, today } = shards[0]!.document;
  const policy = policyOf({ challenger, base: champion, approvals: [], today });
  const evidence = await joinEvidence(shards, policy, { files, spill });
  const verdict = judge(evidence, policy);
  const folder = ports.resolve(out);
  await makeFolder(folder);
  await files.write(`${folder}/evidence.json`, evidenceText(evidence));
  await files.write(`${folder}/verdict.json`, verdictText(verdict));
  const pages = ownPages({ path: RELEASE, manifest: challenger, champion, evidence, verdict });
  for (const [name, text] of Object.entries(pages)) await files.write(`${folder}/${name}`, text);
  return {
    exitCode: EXIT_CODES[verdict.status],
    document: verdict,
    text: (style) => verdictLines(verdict, style).join("\n"),
  };
}
