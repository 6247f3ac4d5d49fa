import type { Forge } from "../../shared/ports/forge.ts";
import type { ForgeState } from "../fakes/forge/state.ts";

export interface ForgeWorld {
  readonly forge: Forge;
  readonly state: ForgeState;
}

export type ForgeWorlds = (laid?: Partial<ForgeState>) => Promise<ForgeWorld>;
