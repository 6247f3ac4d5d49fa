import { expect, test } from "vitest";
import { Failure } from "../../shared/failure.ts";
import type { LoadedModel, Runtime } from "../../shared/ports/runtime.ts";
import type { NamedTensors } from "../../shared/ports/tensor.ts";

/** What a runtime holds, measured in the process, or the processes, in which models compute. */
export interface EnduranceWorld {
  readonly runtime: Runtime;
  readonly directory: string;
  readonly heldBytes: Readonly<Record<string, () => number>>;
  /** How many rows each request has. */
  readonly rows?: number;
}

export interface Endurance {
  readonly predictions: number;
  readonly failures: number;
}

const ENDURANCE: Endurance = { predictions: 50_000, failures: 2_000 };
/** One small object kept at every call is more. */
export const ALLOWED_BYTES_PER_CALL = 64;
const AGAIN = 2;
const WARM_UP = 10;
const STRETCHES = 40;
/** Calls made at once are what a stretch is made of. */
const BURSTS = 25;

/** The whole run, with what a server sees in a day: good requests, requests that do not fit, and ones that fail inside. */
export function enduranceContract(title: string, world: EnduranceWorld): void {
  const { predictions, failures } = ENDURANCE;
  test(`${title}: ${predictions} predictions and ${failures} failing ones leave nothing behind`, async () => {
    let kept = await keptPerCall(world, ENDURANCE);
    // A heap that is still growing stops at some time; what is kept at every call is kept in every run.
    for (let again = 0; again < AGAIN && !isNothing(kept); again++) kept = await keptPerCall(world, ENDURANCE);
    for (const [what, bytes] of Object.entries(kept)) expect(bytes, what).toBeLessThan(ALLOWED_BYTES_PER_CALL);
  });
}

function isNothing(kept: Readonly<Record<string, number>>): boolean {
  return Object.values(kept).every((bytes) => bytes < ALLOWED_BYTES_PER_CALL);
}

/** Bytes that each kind of memory gains per call, once it is warm. */
export async function keptPerCall(
  { runtime, directory, heldBytes, rows = 4 }: EnduranceWorld,
  { predictions, failures }: Endurance,
): Promise<Readonly<Record<string, number>>> {
  await using model = await runtime.load({ directory, signatureName: "finite" });
  const requests = requestsOf(rows);
  const bursts = STRETCHES * BURSTS;
  const measures = Object.entries(heldBytes).map(([what, measure]) => ({ what, measure, held: [] as number[] }));
  for (let stretch = 0; stretch < STRETCHES; stretch++) {
    for (let burst = 0; burst < BURSTS; burst++) {
      await ask(model, requests, { predictions: predictions / bursts, failures: failures / bursts });
    }
    if (stretch >= WARM_UP) for (const { measure, held } of measures) held.push(measure());
  }
  const calls = (predictions + failures) / STRETCHES;
  return Object.fromEntries(measures.map(({ what, held }) => [what, steadyGain(held) / calls]));
}

/**
 * What a third of the run gains per stretch, in the lower quartile of all such thirds: a heap that grows once, wherever
 * that is, is seen by at most half of them, and what is kept at every call by all.
 */
function steadyGain(held: readonly number[]): number {
  const span = Math.floor(held.length / 3);
  const gains = held.slice(span).map((bytes, index) => (bytes - held[index]!) / span);
  return gains.sort((a, b) => a - b)[Math.floor(gains.length / 4)]!;
}

interface Requests {
  readonly good: NamedTensors;
  readonly failing: readonly (readonly [NamedTensors, string])[];
}

function requestsOf(rows: number): Requests {
  const request = (width: number, value: number): NamedTensors => {
    const data = new Float32Array(rows * width).fill(value);
    return new Map([["x", { dtype: "float32", shape: [rows, width], data }]]);
  };
  return {
    good: request(2, 0.5),
    failing: [
      [request(3, 0.5), "request-invalid"],
      [request(2, Number.NaN), "prediction-failed"],
    ],
  };
}

async function ask(model: LoadedModel, { good, failing }: Requests, burst: Endurance): Promise<void> {
  const answers = Array.from({ length: burst.predictions }, () => model.predict(good));
  for (let failure = 0; failure < burst.failures; failure++) {
    const [request, code] = failing[failure % failing.length]!;
    await expectFailure(model.predict(request), code);
  }
  await Promise.all(answers);
}

async function expectFailure(answer: Promise<NamedTensors>, code: string): Promise<void> {
  const thrown = await answer.catch((error: unknown) => error);
  if (!(thrown instanceof Failure) || thrown.code !== code) throw thrown;
}
