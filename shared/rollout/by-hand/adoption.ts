import { toFailure } from "../../failure.ts";
import type { Forge } from "../../ports/forge.ts";
import type { Log } from "../../ports/log.ts";
import type { Mainline, MainlineTip } from "../../ports/mainline.ts";
import type { Proposals } from "../../ports/proposals.ts";
import type { Manifest } from "../../release/manifest.ts";
import { pathFromTop, pathsOf } from "../../release/paths.ts";
import { digestAt, manifestAt, newestWith } from "../proposal/cause.ts";
import { commandsOf } from "../proposal/commands.ts";

export type Adoption =
  | { readonly kind: "proposed"; readonly branch: string; readonly reason: string }
  | { readonly kind: "none"; readonly reason: string; readonly fix: string };

interface Ports {
  readonly proposals: Proposals;
  readonly mainline: Mainline;
  /** Null where the repository has none: then there is a branch, and commands to merge it. */
  readonly forge: (() => Promise<Forge>) | null;
  readonly log: Log;
}

/** A commit in which the release of this digest is as it was when the default branch last said it, on its own branch. */
export async function proposeAdoption(digest: string, path: string, ports: Ports): Promise<Adoption> {
  const { proposals } = ports;
  const tip = await ports.mainline.tip();
  const changes = await ports.mainline.changesOf(path, tip.commit);
  const from = await newestWith(digest, { path, changes }, proposals);
  const manifest = from === null ? undefined : await manifestAt(from, path, proposals);
  if (manifest === undefined) return none(`no commit of the default branch has the release ${digest.slice(0, 19)}…`);
  const name = nameOf(manifest);
  const branch = `model-release/adopt-${manifest.model.name}-${digest.slice(7, 19)}`;
  if ((await proposals.find(branch)) === null) {
    const message = `Adopt ${name}\n\nThe endpoint serves it already: somebody moved traffic to it by hand.`;
    const paths = releasePaths(path, manifest);
    const commit = await proposals.restore({ paths, from }, { tip: tip.commit, message });
    if (commit === null) return none(`${path} is as it was already`);
    await proposals.push(branch, commit);
  }
  if ((await digestAt((await proposals.find(branch)) ?? "", path, proposals)) !== digest) {
    return none(`the branch ${branch} is there, and holds something else`);
  }
  return { kind: "proposed", branch, reason: await offered({ branch, name, tip }, ports) };
}

interface Offer {
  readonly branch: string;
  readonly name: string;
  readonly tip: MainlineTip;
}

/** The pull request where there is a forge; else the commands that a person runs. */
async function offered({ branch, name, tip }: Offer, { forge, proposals, log }: Ports): Promise<string> {
  const commands = commandsOf({ branch }, tip.branch, proposals.place).join(" && ");
  const byHand = `${name} is proposed on the branch ${branch}. To merge it: ${commands}`;
  if (forge === null) return byHand;
  try {
    const { pullRequests } = await forge();
    const [open] = await pullRequests.fromBranch(branch);
    const title = `Adopt ${name}`;
    const request = { title, body: BODY, head: branch, base: tip.branch, isDraft: false };
    const { number } = open ?? (await pullRequests.propose(request));
    return `${name} is proposed in pull request #${number}`;
  } catch (thrown) {
    log.info(`No pull request could be opened: ${toFailure(thrown).message}`);
    return byHand;
  }
}

const BODY =
  "The endpoint serves this release: somebody moved traffic to it by hand. Merging makes Git say so too. Afterwards run " +
  "`model-release adopt` once more, so that the ledger is told; or run `model-release heal` and close this.";

/** The manifest and what it names in the repository; never the whole repository. */
function releasePaths(path: string, manifest: Manifest): readonly string[] {
  const folder = path.split("/").slice(0, -1).join("/");
  const named = pathsOf(manifest).filter(({ kind }) => kind !== "pattern");
  const below = named.map((each) => pathFromTop(each.path, folder)).filter((each) => each !== null && each !== "");
  return [path, ...below.filter((each) => each !== null)];
}

/** A forge acts on what stands in a message, and a version is free text. */
function nameOf({ model, artifact }: Manifest): string {
  const isPlain = /^[0-9A-Za-z][\w.+-]{0,63}$/.test(model.version);
  return `${model.name} ${isPlain ? model.version : artifact.digest.slice(7, 19)}`;
}

function none(reason: string): Adoption {
  return {
    kind: "none",
    reason,
    fix: "Commit the manifest of what is served by hand, or run `model-release heal`.",
  };
}
