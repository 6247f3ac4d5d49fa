import { Failure } from "../../../shared/failure.ts";
import { list, quote } from "../../../shared/schema/phrases.ts";
import { runtimeChoice } from "./asked-model.ts";
import type { Invocation, RuntimeChoice } from "./command.ts";

/** What a person asks of `init`, checked; paths as they were given. */
export interface InitWish {
  /** Where the manifest is to lie. */
  readonly folder: string;
  /** Null for the only SavedModel below the folder. */
  readonly model: string | null;
  /** Null where no golden cases are to be recorded. */
  readonly rows: Rows | null;
  readonly runtime: RuntimeChoice;
}

export interface Rows {
  readonly file: string;
  readonly task: Task;
  readonly label: string;
  /** Null where columns are named as the model's inputs. */
  readonly features: readonly string[] | null;
}

type Task = (typeof TASKS)[number];

const TASKS = ["binary", "multiclass", "regression"] as const;

export function initWish({ operands, options }: Invocation): InitWish {
  const text = (name: string): string | null => (options.get(name) as string | undefined) ?? null;
  return {
    folder: operands[0] ?? ".",
    model: text("model"),
    rows: rowsOf(text),
    runtime: runtimeChoice(options.get("runtime")),
  };
}

function rowsOf(text: (name: string) => string | null): Rows | null {
  const [file, task, label, features] = [text("dataset"), text("task"), text("label"), text("features")];
  if (file === null) {
    if (task === null && label === null && features === null) return null;
    throw misuse("--task, --label and --features are about a dataset, and none is given", "Give --dataset FILE.");
  }
  if (task === null || label === null) {
    throw misuse("the rows' task and label are not given", `Give --task ${TASKS.join("|")} and --label COLUMN.`);
  }
  return { file, task: taskOf(task), label, features: features?.split(",").map((name) => name.trim()) ?? null };
}

function taskOf(text: string): Task {
  const task = TASKS.find((known) => known === text);
  if (task !== undefined) return task;
  throw misuse(`the task is ${quote(text)}, not ${list(TASKS, TASKS.length)}`, "Choose one of them.");
}

function misuse(message: string, fix: string): Failure {
  return new Failure("usage", message, { fix });
}
