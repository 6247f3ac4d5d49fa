import type { Reached } from "../reach/reach.ts";
import type { Phase } from "../reach/roots.ts";
import type { Scope, Scopes } from "../reach/scope.ts";

/** What a value is to the path that is asked for: all of it or its beginning, something joined to it, or a variable. */
export type Role = "whole" | "suffix" | "variable";

export type Origin = { readonly role: Role } & (
  | { readonly kind: "constant"; readonly text: string }
  /** An asset's file name, which the loader makes a path inside the model. */
  | { readonly kind: "asset"; readonly file: string }
  /** The path of the model's own variables, which the loader hands to the saver. */
  | { readonly kind: "checkpoint" }
  | { readonly kind: "request"; readonly tensor: string }
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "computed"; readonly operator: string }
);

/** A tensor, where its name is known, while the model lives through one phase. */
export interface Spot {
  readonly phase: Phase;
  readonly scope: Scope;
  readonly tensor: string;
  readonly role: Role;
}

/** Tensors of the main graph, by their full name, that loaders and callers fill in. */
export interface Feeds {
  readonly assets: ReadonlyMap<string, readonly string[]>;
  readonly checkpoint: string | null;
  readonly requested: ReadonlySet<string>;
}

/** A metagraph with all that runs in it. */
export interface Program {
  readonly feeds: Feeds;
  readonly scopes: Scopes;
  readonly reached: Readonly<Record<Phase, Reached>>;
  /** Steps of data flow that this model may still cost; a walk that runs out of them proves nothing. */
  readonly budget: { steps: number };
}

export type Place = Spot | Origin;

export function computed({ role }: { readonly role: Role }, operator: string): Origin {
  return { kind: "computed", operator, role };
}
