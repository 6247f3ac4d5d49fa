import type { VerdictStatus } from "../../gate/verdict.ts";
import { code, type Inline, joined, md, text } from "../escape.ts";
import { type Block, heading, paragraph, stacked } from "../markdown.ts";
import type { ReleaseReport } from "../report.ts";
import { sentence } from "../sentence.ts";
import { mark } from "./marks.ts";

const TITLES: Readonly<Record<VerdictStatus, Inline>> = {
  pass: md`Pass`,
  fail: md`Fail`,
  inconclusive: md`Inconclusive`,
};
const MOST_NAMED = 8;

/** The first thing that is read: one word, one sentence. */
export function verdictBlock(release: ReleaseReport): Block {
  return stacked([statusHeading(release.verdict.status), sentenceBlock(release)]);
}

export function statusHeading(status: VerdictStatus): Block {
  return heading(2, md`${mark(status)} ${TITLES[status]}`);
}

export function sentenceBlock(release: ReleaseReport): Block {
  return paragraph(md`**${text(sentence(release))}**${approval(release)}`);
}

function approval({ approvals }: ReleaseReport): Inline {
  if (approvals.length === 0) return md``;
  const logins = approvals.slice(0, MOST_NAMED).map((login) => code(login));
  return md` Approved at this head by ${joined(logins, md`, `)}.`;
}
