import { afterAll, describe, expect, test } from "vitest";
import { Failure } from "../../shared/failure.ts";
import type { LoadedModel, Runtime } from "../../shared/ports/runtime.ts";
import type { Dtype, NamedTensors, Tensor, TensorData } from "../../shared/ports/tensor.ts";
import { CONTRACT_SIGNATURES, DTYPES } from "./contract-signatures.ts";

/** What the suite is run against. */
export interface RuntimeWorld {
  readonly runtime: Runtime;
  /** fixtures/models/runtime-contract, or what stands for it. */
  readonly directory: string;
  /** Memory of the process, or the processes, in which models compute. */
  readonly residentBytes: () => number;
}

/** Enough to find what keeps its inputs; endurance.ts finds slow leaks. */
const PREDICTIONS = 1_200;
const FAILURES = 600;
/** A batch of 128 KiB: kept, a few hundred of them are more than any allocator holds back. */
const ROWS = 2 ** 14;
const ALLOWED_GROWTH = 48 * 2 ** 20;

const VALUES: Record<(typeof DTYPES)[number], TensorData> = {
  float16: Uint16Array.of(0x3c00, 0x8000, 0x0001, 0x7bff, 0x7c00, 0xfc00),
  bfloat16: Uint16Array.of(0x3f80, 0x8000, 0x0001, 0x7f7f, 0x7f80, 0xff80),
  float32: Float32Array.of(0.1, -0, 1.401298464324817e-45, 3.4028234663852886e38, Infinity, Number.NaN),
  float64: Float64Array.of(0.1, -0, 5e-324, Number.MAX_VALUE, -Infinity, Number.NaN),
  int8: Int8Array.of(-128, -1, 0, 127),
  int16: Int16Array.of(-32768, -1, 0, 32767),
  int32: Int32Array.of(-(2 ** 31), -1, 0, 2 ** 31 - 1),
  int64: BigInt64Array.of(-(2n ** 63n), -5n, 2n ** 53n + 1n, 2n ** 63n - 1n),
  uint8: Uint8Array.of(0, 1, 128, 255),
  uint16: Uint16Array.of(0, 1, 32768, 65535),
  uint32: Uint32Array.of(0, 1, 2 ** 31, 2 ** 32 - 1),
  uint64: BigUint64Array.of(0n, 2n ** 53n + 1n, 2n ** 63n, 2n ** 64n - 1n),
  bool: Uint8Array.of(1, 0, 1),
  string: ["", "abc", "üñ𝄞"].map((text) => new TextEncoder().encode(text)).concat(Uint8Array.of(0xff, 0, 0xfe)),
};

/** What every runtime must do, whatever computes: the fake, the embedded one, TensorFlow, and each in its own process. */
export function runtimeContract(title: string, { runtime, directory, residentBytes }: RuntimeWorld): void {
  const load = (signatureName: string): Promise<LoadedModel> => runtime.load({ directory, signatureName });
  // Loading takes a process; the suite asks each model again and again, as a server would.
  const models = new Map<string, Promise<LoadedModel>>();
  const loaded = (signatureName: string): Promise<LoadedModel> => {
    const model = models.get(signatureName) ?? load(signatureName);
    models.set(signatureName, model);
    return model;
  };
  afterAll(async () => {
    for (const model of models.values()) await (await model)[Symbol.asyncDispose]();
  });

  describe(title, () => {
    const signatures = CONTRACT_SIGNATURES.map(({ signature }) => signature);
    test.each(signatures)("the signature $name is told", async (signature) => {
      const model = await loaded(signature.name);
      expect(model.signature).toEqual(signature);
      expect(model.device).not.toBe("");
      expect(model.version).not.toBe("");
    });

    describe("answers", () => {
      test.each(DTYPES)("%s comes back to the last bit", async (dtype) => {
        const model = await loaded("every_dtype");
        const inputs = new Map(DTYPES.map((each) => [each, tensor(each, VALUES[each])] as const));
        expect((await model.predict(inputs)).get(`same_${dtype}`)).toEqual(inputs.get(dtype));
      });

      test.each<[string, string, readonly number[]]>([
        ["a scalar", "scalar", []],
        ["a scalar of an unknown rank", "any_rank", []],
        ["a vector of an unknown rank", "any_rank", [3]],
        ["a matrix of an unknown rank", "any_rank", [2, 3]],
        ["four dimensions of an unknown rank", "any_rank", [2, 1, 3, 2]],
        ["nothing of an unknown rank", "any_rank", [0, 3]],
        ["a fixed shape", "fixed", [2, 3]],
        ["a batch of none", "serving_default", [0, 2]],
        ["a batch of one", "serving_default", [1, 2]],
        ["a batch of many", "serving_default", [1000, 2]],
      ])("%s", async (_, name, shape) => {
        await expectComputed(await loaded(name), named({ x: floats(shape) }));
      });

      test.each([0, 1, 3])("several inputs and outputs, %d rows", async (rows) => {
        await expectComputed(await loaded("several"), severalInputs(rows));
      });

      test("its own strings, as often as it is asked", async () => {
        const model = await loaded("labels");
        for (const length of [1, 2, 3]) await expectComputed(model, named({ x: floats([length]) }));
      });

      test("complex numbers, to the last bit", async () => {
        const z = tensor("complex64", Float32Array.of(0.1, -0, 1e-45, Infinity), [2]);
        const w = tensor("complex128", Float64Array.of(0.1, -0, 5e-324, Infinity), [2]);
        await expectComputed(await loaded("complex"), named({ w, z }));
      });

      test("strings of every length", async () => {
        const strings = Array.from({ length: 300 }, (_, length) => new Uint8Array(length).fill(length));
        const inputs = new Map(severalInputs(300)).set("text", tensor("string", strings));
        await expectComputed(await loaded("several"), inputs);
      });

      test("calls made at once, in the order in which they were made", async () => {
        const model = await loaded("serving_default");
        const finished: number[] = [];
        const calls = Array.from({ length: 30 }, async (_, index) => {
          const outputs = await model.predict(named({ x: tensor("float32", Float32Array.of(index, 0), [1, 2]) }));
          finished.push(index);
          return (outputs.get("y")!.data as Float32Array)[0];
        });
        expect(await Promise.all(calls)).toEqual(calls.map((_, index) => 0.5 * index + 1));
        expect(finished).toEqual(calls.map((_, index) => index));
      });
    });

    describe("refuses", () => {
      test.each<[string, string, (inputs: Map<string, Tensor>) => void]>([
        ["a missing input", "pixels", (inputs) => inputs.delete("pixels")],
        ["no inputs at all", "count", (inputs) => inputs.clear()],
        ["an input that there is not", "extra", (inputs) => inputs.set("extra", floats([1]))],
        ["another dtype", "count", (inputs) => inputs.set("count", tensor("int32", Int32Array.of(1)))],
        [
          "another dtype of one size",
          "count",
          (inputs) => inputs.set("count", tensor("uint64", BigUint64Array.of(1n))),
        ],
        ["another width", "pixels", (inputs) => inputs.set("pixels", floats([1, 3]))],
        ["another rank", "pixels", (inputs) => inputs.set("pixels", floats([2]))],
        ["too few elements", "pixels", (inputs) => inputs.set("pixels", { ...floats([1]), shape: [1, 2] })],
      ])("%s, by its name, and answers the next call", async (_, name, spoil) => {
        const model = await loaded("several");
        const inputs = new Map(severalInputs(1));
        spoil(inputs);
        const failure = await failureOf(model.predict(inputs));
        expect(failure).toMatchObject({ code: "request-invalid", message: expect.stringContaining(`"${name}"`) });
        await expectComputed(model, severalInputs(1));
      });

      test("a signature that the model does not have", async () => {
        expect((await failureOf(load("nonsense"))).message).toContain("nonsense");
      });

      test("a call after it was disposed, however often that was done", async () => {
        const model = await load("scalar");
        await model[Symbol.asyncDispose]();
        await model[Symbol.asyncDispose]();
        await failureOf(model.predict(named({ x: floats([]) })));
      });
    });

    test(`${PREDICTIONS} large predictions and ${FAILURES} refused ones leave nothing behind`, async () => {
      const model = await loaded("serving_default");
      const good = named({ x: floats([ROWS, 2]) });
      const bad = named({ x: floats([ROWS, 3]) });
      // Garbage comes and goes: what a stretch of calls never falls below is what is kept.
      const lowest = async (predictions: number, failures: number): Promise<number> => {
        let bytes = Infinity;
        for (let count = 0; count < predictions + failures; count += 1) {
          if (count < predictions) await model.predict(good);
          else await failureOf(model.predict(bad));
          if (count % 50 === 49) bytes = Math.min(bytes, residentBytes());
        }
        return bytes;
      };
      // TensorFlow's own pools fill up for well over a thousand calls.
      await lowest(PREDICTIONS, FAILURES);
      const before = await lowest(PREDICTIONS / 4, FAILURES / 4);
      await lowest(PREDICTIONS / 4, FAILURES / 4);
      // What is garbage goes at last, on a busy machine later; what is kept is still there after every stretch, and more of it.
      let growth = Infinity;
      for (let stretch = 0; stretch < 6 && growth >= ALLOWED_GROWTH; stretch++) {
        growth = (await lowest(PREDICTIONS / 4, FAILURES / 4)) - before;
      }
      expect(growth).toBeLessThan(ALLOWED_GROWTH);
    });
  });
}

async function expectComputed(model: LoadedModel, inputs: NamedTensors): Promise<void> {
  const { compute } = CONTRACT_SIGNATURES.find(({ signature }) => signature.name === model.signature.name)!;
  expect(await model.predict(inputs)).toEqual(compute(inputs));
}

async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const thrown = await promise.then(
    () => new Error("nothing was refused"),
    (error: unknown) => error,
  );
  if (thrown instanceof Failure) return thrown;
  throw thrown;
}

function severalInputs(rows: number): NamedTensors {
  const texts = Array.from({ length: rows }, (_, row) => new TextEncoder().encode(`ü${row}`));
  return named({
    count: tensor(
      "int64",
      BigInt64Array.from(texts, (_, row) => 2n ** 53n + BigInt(row)),
    ),
    pixels: floats([rows, 2]),
    text: tensor("string", texts),
  });
}

function named(tensors: Readonly<Record<string, Tensor>>): NamedTensors {
  return new Map(Object.entries(tensors));
}

function tensor(dtype: Dtype, data: TensorData, shape: readonly number[] = [data.length]): Tensor {
  return { dtype, shape, data };
}

/** Quarters, so that what is computed from them is exact. */
function floats(shape: readonly number[]): Tensor {
  const length = shape.reduce((product, each) => product * each, 1);
  return tensor(
    "float32",
    Float32Array.from({ length }, (_, index) => (index % 64) / 4 - 8),
    shape,
  );
}
