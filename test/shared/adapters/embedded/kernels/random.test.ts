import { describe, expect, test } from "vitest";
import { KERNELS } from "../../../../../shared/adapters/embedded/kernels/table.ts";
import { variableOf } from "../../../../../shared/adapters/embedded/values/resource.ts";
import { scalar, tensor, tensorOf } from "../../../../../shared/adapters/embedded/values/tensor.ts";
import type { HostTensor, Resource, Value } from "../../../../../shared/adapters/embedded/values/value.ts";
import { Failure } from "../../../../../shared/failure.ts";
import { kernelNodeOf, testContext } from "./kernel-case.ts";

const { resources } = testContext();
const PHILOX = scalar("int64", 1);

function generator(state: readonly bigint[]): Resource {
  const resource = resources.find("variable", `generator ${state}`, () => ({ value: null }));
  variableOf(resource).value = tensor("int64", [3], BigInt64Array.from(state));
  return resource;
}

function run(op: string, attributes: object, inputs: readonly Value[]): HostTensor {
  const kernel = KERNELS.get(op)!;
  return kernel(kernelNodeOf(op, attributes as never, inputs.length))(inputs, testContext()) as HostTensor;
}

function stateOf(resource: Resource): readonly number[] {
  return Array.from(variableOf(resource).value!.data as BigInt64Array, Number);
}

const SHAPE = tensorOf("int32", [1], [3]);

// What TensorFlow 2.21 drew, one call after the other.
describe("a generator", () => {
  test("goes on where the last call left it", () => {
    const resource = generator([1n, 0n, 0n]);
    const normal = run("StatefulStandardNormalV2", { dtype: { type: "float32" } }, [resource, PHILOX, SHAPE]);
    expect(Array.from(normal.data as Float32Array)).toEqual([
      0.4384227395057678, -0.5343984365463257, -0.07710261642932892,
    ]);
    expect(stateOf(resource)).toEqual([769, 0, 0]);
    const limits = [scalar("int64", 0), scalar("int64", 100)];
    const inputs = [resource, PHILOX, tensorOf("int32", [1], [2]), ...limits];
    expect(run("StatefulUniformInt", { dtype: { type: "int64" } }, inputs).data).toEqual(BigInt64Array.of(51n, 56n));
    expect(stateOf(resource)).toEqual([1281, 0, 0]);
  });

  test("carries from one half of its counter to the other", () => {
    const resource = generator([-1n, -1n, 5n]);
    const before = run("RngReadAndSkip", {}, [resource, scalar("int32", 1), tensorOf("uint64", [], [3])]);
    expect(before.data).toEqual(BigInt64Array.of(-1n, -1n, 5n));
    expect(stateOf(resource)).toEqual([767, 0, 5]);
    const uniform = run("StatefulUniform", { dtype: { type: "float32" } }, [resource, PHILOX, SHAPE]);
    expect(Array.from(uniform.data as Float32Array)).toEqual([
      0.5016759634017944, 0.5333667993545532, 0.7950426340103149,
    ]);
    run("RngSkip", {}, [resource, PHILOX, scalar("int64", 3)]);
    expect(stateOf(resource)).toEqual([2303, 0, 5]);
    const bits = run("StatefulUniformFullInt", { dtype: { type: "uint64" } }, [resource, PHILOX, SHAPE]);
    expect(bits.data).toEqual(BigUint64Array.of(7791121068582767540n, 3755064027662523343n, 2435536767956563244n));
  });

  test("by another algorithm is refused", () => {
    const inputs = [generator([1n, 2n, 3n]), scalar("int64", 2), SHAPE];
    expect(() => run("StatefulUniform", { dtype: { type: "float32" } }, inputs)).toThrow(Failure);
  });
});

describe("a node with a seed", () => {
  const kernel = KERNELS.get("RandomUniform")!;
  const attributes = { dtype: { type: "float32" }, seed: { int: 87654321 }, seed2: { int: 12 } };

  test("draws what TensorFlow draws, call by call", () => {
    const draw = kernel(kernelNodeOf("RandomUniform", attributes, 1));
    const firsts = [[7], [3, 11], [0, 2], []].map((shape) => {
      const out = draw([tensorOf("int32", [shape.length], shape)], testContext()) as HostTensor;
      return (out.data as Float32Array)[0];
    });
    expect(firsts).toEqual([0.6361525058746338, 0.8554750680923462, undefined, 0.6094642877578735]);
  });

  test("of 0 can be repeated, and differs between nodes", () => {
    const [a, b, c] = ["one", "one", "two"].map((name) => {
      const node = { ...kernelNodeOf("RandomUniform", { dtype: { type: "float32" } }, 1), name };
      return Array.from((kernel(node)([SHAPE], testContext()) as HostTensor).data as Float32Array);
    });
    expect(a).toEqual(b);
    expect(a).not.toEqual(c);
  });

  test("refuses more numbers than memory holds", () => {
    const huge = tensorOf("int32", [3], [2 ** 20, 2 ** 20, 2 ** 20]);
    expect(() => kernel(kernelNodeOf("RandomUniform", attributes, 1))([huge], testContext())).toThrow(/more than/);
  });
});
