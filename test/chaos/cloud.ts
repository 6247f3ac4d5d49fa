import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export interface CloudAddress {
  /** `127.0.0.1:P` */
  readonly vertex: string;
  /** `http://127.0.0.1:Q` */
  readonly storage: string;
}

/** What the process of a cloud is told. */
export interface Order {
  readonly kind: "putForward";
  readonly ms: number;
}

/** The emulator in another process, with its state on disk. */
export interface Cloud extends AsyncDisposable {
  readonly address: CloudAddress;
  /** How many requests of that project, or of its bucket, it has answered since it was born. */
  asked(project: string): number;
  /** As if so much time had gone by there. */
  putForward(ms: number): Promise<void>;
  /** SIGKILL. It lives again at the same address, from what it left on disk. */
  kill(): Promise<void>;
  revive(): Promise<void>;
}

interface Life {
  readonly child: ChildProcess;
  readonly address: CloudAddress;
  counts: Readonly<Record<string, number>>;
}

const OPERATION_MS = 20;

export async function startCloud(stateFolder: string, operationMs: number = OPERATION_MS): Promise<Cloud> {
  let aheadMs = 0;
  let life = await born(null, { stateFolder, operationMs });
  const putForward = async (ms: number): Promise<void> => {
    life.child.send({ kind: "putForward", ms } satisfies Order);
    await message(life.child, "done");
  };
  const kill = async (): Promise<void> => {
    life.child.kill("SIGKILL");
    await once(life.child, "exit");
  };
  return {
    address: life.address,
    asked: (project) => life.counts[project] ?? 0,
    async putForward(ms) {
      aheadMs += ms;
      await putForward(ms);
    },
    kill,
    async revive() {
      life = await born(life.address, { stateFolder, operationMs });
      await putForward(aheadMs);
    },
    [Symbol.asyncDispose]: async () => {
      if (life.child.exitCode === null && life.child.signalCode === null) await kill();
    },
  };
}

interface Birth {
  readonly stateFolder: string;
  /** How long each operation takes. */
  readonly operationMs: number;
}

async function born(address: CloudAddress | null, { stateFolder, operationMs }: Birth): Promise<Life> {
  const ports = address === null ? ["0", "0"] : [portOf(address.vertex), portOf(address.storage)];
  const program = join(import.meta.dirname, "cloud-process.ts");
  const child = fork(program, [stateFolder, ...ports, String(operationMs)], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ready = (await message(child, "ready")) as { readonly address: CloudAddress };
  const life: Life = { child, address: ready.address, counts: {} };
  child.on("message", (told: { readonly kind: string; readonly counts: Life["counts"] }) => {
    if (told.kind === "asked") life.counts = told.counts;
  });
  return life;
}

function portOf(address: string): string {
  return address.slice(address.lastIndexOf(":") + 1);
}

function message(child: ChildProcess, kind: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const hear = (told: { readonly kind: string }): void => {
      if (told.kind !== kind) return;
      child.off("message", hear);
      child.off("exit", refuse);
      resolve(told);
    };
    const refuse = (): void => reject(new Error(`the cloud ended before it said "${kind}"`));
    child.on("message", hear);
    child.once("exit", refuse);
  });
}
