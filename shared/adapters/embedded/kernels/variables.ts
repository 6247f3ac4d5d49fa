import { READ_REFERENCE } from "../compile/operation.ts";
import { variableOf } from "../values/resource.ts";
import { scalar, tensorOf } from "../values/tensor.ts";
import type { HostTensor, Resource, Value } from "../values/value.ts";
import { detached, toHost } from "../wasm/heap.ts";
import { add, multiply, subtract } from "./arithmetic.ts";
import { type Family, invalid, type Kernel, type KernelNode, type Run } from "./kernel.ts";

/** One variable for all nodes that share its name. */
const handle: Kernel = (node) => {
  const name = node.string("shared_name") || node.name;
  return (_, { resources }) => resources.variable(node.name, name);
};

const read: Kernel =
  () =>
  ([resource]) =>
    valueIn(resource!);

const assign: Kernel =
  () =>
  ([resource, value]) => {
    variableOf(resource as Resource).value = detached(value!);
    return [];
  };

/** TensorFlow 1's operators return the variable itself. */
const assignReference: Kernel =
  () =>
  ([resource, value]) => {
    variableOf(resource as Resource).value = detached(value!);
    return resource!;
  };

function update(combine: (a: HostTensor, b: HostTensor) => HostTensor, returnsReference: boolean): Kernel {
  return (): Run =>
    ([resource, value]) => {
      const variable = variableOf(resource as Resource);
      variable.value = combine(valueIn(resource!), detached(value!));
      return returnsReference ? resource! : [];
    };
}

/** Variables of TensorFlow 2, as resources, and of TensorFlow 1, as references. */
export const variables: Family = {
  VarHandleOp: handle,
  VariableV2: handle,
  Variable: handle,
  ReadVariableOp: read,
  [READ_REFERENCE]: read,
  DisableCopyOnRead: () => () => [],
  VariableShape: shapeOf,
  VarIsInitializedOp: isFilled,
  IsVariableInitialized: isFilled,
  AssignVariableOp: assign,
  Assign: assignReference,
  AssignAddVariableOp: update(add, false),
  AssignSubVariableOp: update(subtract, false),
  AssignAdd: update(add, true),
  AssignSub: update(subtract, true),
  ResourceApplyGradientDescent: descend(false),
  ApplyGradientDescent: descend(true),
};

/** Signatures that train exist. */
function descend(returnsReference: boolean): Kernel {
  return () =>
    ([resource, rate, gradient]) => {
      const step = multiply(toHost(rate!), toHost(gradient!));
      variableOf(resource as Resource).value = subtract(valueIn(resource!), step);
      return returnsReference ? resource! : [];
    };
}

function shapeOf(node: KernelNode): Run {
  const dtype = node.dtype("out_type");
  return ([resource]) => {
    const { shape } = valueIn(resource!);
    return tensorOf(dtype, [shape.length], shape);
  };
}

function isFilled(): Run {
  return ([resource]) => scalar("bool", variableOf(resource as Resource).value === null ? 0 : 1);
}

export function valueIn(resource: Value): HostTensor {
  const { value } = variableOf(resource as Resource);
  if (value === null) throw invalid(`the variable ${(resource as Resource).name} has no value`);
  return toHost(value);
}
