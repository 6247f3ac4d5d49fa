import type { Injection } from "../faults/faults.ts";
import type { Message } from "../protos/json.ts";
import type { Reading } from "../state/store.ts";
import { refusal, statusOf } from "../status.ts";
import type { OperationDocument, OperationKind, OperationResult } from "./documents.ts";
import { operationMessage } from "./operation-message.ts";
import type { World } from "./world.ts";

/** What one kind of operation does, once it runs. */
export interface Effect {
  /** What takes time comes first; what it gives back changes the state at once and answers with the response. */
  prepare(input: Message, world: World): Prepared | Promise<Prepared>;
}

export interface Prepared {
  commit(): Message;
  /** In place of `commit`, where the operation ended otherwise. */
  discard?(): Promise<void>;
}

export type Effects = Readonly<Record<OperationKind, Effect>>;

export interface StartedOperation {
  readonly kind: OperationKind;
  readonly resource: string;
  readonly input: Message;
}

export interface Operations extends AsyncDisposable {
  start(operation: StartedOperation, injection: Injection): Message;
  cancel(name: string): void;
  /** When the operation has ended, or after so long. */
  wait(name: string, timeoutMs: number): Promise<void>;
  running(): readonly OperationDocument[];
}

/** A timer of Node's holds no longer. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Runs what was started, and what a state from before still holds as running. */
export function runOperations(world: World, effects: Effects): Operations {
  const runs = new Map<string, Run>();
  const begin = (operation: OperationDocument): void => {
    if (operation.ending === "never") return;
    const started = run(operation, effects[operation.kind], world);
    const ended = started.ended.finally(() => runs.delete(operation.name));
    runs.set(operation.name, { ...started, ended });
  };
  for (const operation of runningIn(world)) begin(operation);
  return {
    start(started, injection) {
      const operation = documentOf(started, injection, world);
      world.operations.set(operation.name, operation);
      begin(operation);
      return operationMessage(operation);
    },
    cancel: (name) => cancel(operationNamed(name, world.operations), runs.get(name), world),
    wait: (name, timeoutMs) => waitFor(operationNamed(name, world.operations), runs.get(name), timeoutMs),
    running: () => runningIn(world),
    async [Symbol.asyncDispose]() {
      const ending = [...runs.values()];
      for (const { abandon } of ending) abandon();
      await Promise.all(ending.map(({ ended }) => ended));
    },
  };
}

function runningIn({ operations }: World): readonly OperationDocument[] {
  return Array.from(operations.entries(), ([, each]) => each).filter(({ result }) => result === null);
}

function cancel(operation: OperationDocument, running: Run | undefined, world: World): void {
  if (operation.result !== null) return;
  running?.abandon();
  end(operation, { error: { code: "CANCELLED", message: "The operation was cancelled.", details: [] } }, world);
}

async function waitFor(operation: OperationDocument, running: Run | undefined, timeoutMs: number): Promise<void> {
  if (operation.result !== null) return;
  const timeout = sleep(timeoutMs);
  await Promise.race([running?.ended ?? timeout.over, timeout.over]);
  timeout.cut();
}

function documentOf(started: StartedOperation, injection: Injection, world: World): OperationDocument {
  const now = world.now();
  return {
    ...started,
    name: `${started.resource}/operations/${world.draw.id()}`,
    createTime: now,
    updateTime: now,
    dueMs: world.nowMs() + world.operationMs,
    ending: injection.ending,
    result: null,
  };
}

interface Run {
  readonly ended: Promise<void>;
  /** Leaves the operation as it is: cancelled, or to be gone on with after a restart. */
  abandon(): void;
}

function run(operation: OperationDocument, effect: Effect, world: World): Run {
  const { ending, input, dueMs } = operation;
  const pause = sleep(dueMs - world.nowMs());
  let isAbandoned = false;
  const act = async (): Promise<void> => {
    const prepared = ending === null ? await settled(async () => effect.prepare(input, world)) : null;
    await pause.over;
    if (isAbandoned) return prepared?.value?.discard?.();
    if (ending !== null && ending !== "never") return end(operation, { error: ending }, world);
    if (prepared?.value === undefined) return end(operation, { error: statusOf(prepared?.error) }, world);
    await finish(operation, prepared.value, world);
  };
  const abandon = (): void => {
    isAbandoned = true;
    pause.cut();
  };
  return { ended: act(), abandon };
}

type Settled<T> = { readonly value: T; readonly error?: never } | { readonly value?: never; readonly error: unknown };

async function settled<T>(act: () => Promise<T>): Promise<Settled<T>> {
  try {
    return { value: await act() };
  } catch (error) {
    return { error };
  }
}

/** The effect and the operation's end are one change. */
async function finish(operation: OperationDocument, prepared: Prepared, world: World): Promise<void> {
  const refused = world.store.together(() => {
    try {
      end(operation, { response: prepared.commit() }, world);
      return false;
    } catch (error) {
      end(operation, { error: statusOf(error) }, world);
      return true;
    }
  });
  if (refused) await prepared.discard?.();
}

function end(operation: OperationDocument, result: OperationResult, world: World): void {
  world.operations.set(operation.name, { ...operation, result, updateTime: world.now() });
}

interface Pause {
  readonly over: Promise<void>;
  cut(): void;
}

function sleep(ms: number): Pause {
  const { promise, resolve } = Promise.withResolvers<void>();
  // Nobody waits for a pause once the emulator has ended.
  const timer = setTimeout(resolve, Math.min(Math.max(0, ms), MAX_TIMER_MS)).unref();
  const cut = (): void => {
    clearTimeout(timer);
    resolve();
  };
  return { over: promise, cut };
}

export function operationNamed(name: string, operations: Reading<OperationDocument>): OperationDocument {
  const found = operations.get(name);
  if (found !== undefined) return found;
  throw refusal("NOT_FOUND", `The operation "${name.slice(0, 300)}" is not found.`);
}
