import { Failure } from "../../failure.ts";
import type { LedgerBranch } from "../../ports/ledger-branch.ts";
import type { Mainline } from "../../ports/mainline.ts";
import type { Repository } from "../../ports/repository.ts";
import { quote } from "../../schema/phrases.ts";
import type { DeliveryPorts } from "./ports.ts";

/** A repository whose default branch says what is served, with the ledger that says what was. */
export interface Ground {
  readonly repository: Repository;
  readonly mainline: Mainline;
  readonly ledger: LedgerBranch;
}

/** One release's manifest in it, whether or not it is there now. */
export interface Place extends Ground {
  /** From the repository's top. */
  readonly path: string;
}

type Ports = Pick<DeliveryPorts, "files" | "repositories" | "mainline" | "ledgerBranch">;

/** The manifest that a person names by its whole path; its folder may have been deleted with it. */
export async function placeOf(manifest: string, ports: Ports): Promise<Place> {
  const folder = await nearestFolder(parentOf(manifest), ports);
  const ground = await groundAt(folder, ports);
  // The repository knows its folders by their real names, and the user this one by its own.
  const path = [ground.repository.folder, manifest.slice(folder.length + 1)].filter(Boolean).join("/");
  return { ...ground, path };
}

export async function groundAt(folder: string, ports: Ports): Promise<Ground> {
  const repository = await ports.repositories.find(folder);
  if (repository === undefined) {
    throw new Failure("usage", `${quote(folder)} lies in no Git repository, so nothing says what is to be served`, {
      fix: "Run this in a checkout of the model repository.",
    });
  }
  const { top } = repository;
  return { repository, mainline: await ports.mainline(top), ledger: await ports.ledgerBranch(top) };
}

async function nearestFolder(folder: string, { files }: Pick<Ports, "files">): Promise<string> {
  for (let nearest = folder; nearest !== ""; nearest = parentOf(nearest))
    if ((await files.kind(nearest)) === "directory") return nearest;
  return "/";
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
