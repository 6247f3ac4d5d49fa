import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** What Google's Python client sees of a project's endpoints and models. */
export interface View {
  readonly endpoints: Readonly<Record<string, EndpointView>>;
  /** By their resource names with their numbers. */
  readonly versions: Readonly<Record<string, { readonly artifact: string; readonly aliases: readonly string[] }>>;
}

export interface EndpointView {
  /** The versions of deployed models, by the ids of these. */
  readonly deployed: Readonly<Record<string, string>>;
  readonly traffic: Readonly<Record<string, number>>;
}

export interface Viewer extends Disposable {
  look(): Promise<View>;
}

/** `ids` are those of endpoints. */
export interface Viewed {
  /** `127.0.0.1:P` */
  readonly address: string;
  /** `projects/P/locations/R` */
  readonly parent: string;
  readonly ids: readonly string[];
}

export function openView(python: string, { address, parent, ids }: Viewed): Viewer {
  const script = join(import.meta.dirname, "view.py");
  const child = spawn(python, [script, address, parent, ...ids], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface(child.stdout);
  const ended = once(child, "exit").then(() => {
    throw new Error("the viewer has ended");
  });
  return {
    async look() {
      const line = once(lines, "line");
      child.stdin.write("\n");
      return JSON.parse((await Promise.race([line, ended]))[0]);
    },
    [Symbol.dispose]: () => {
      ended.catch(() => {});
      child.kill();
    },
  };
}
