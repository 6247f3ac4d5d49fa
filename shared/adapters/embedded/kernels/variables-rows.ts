import { variableOf } from "../values/resource.ts";
import { reshaped, scalar } from "../values/tensor.ts";
import type { HostTensor, Resource } from "../values/value.ts";
import { detached, toHost } from "../wasm/heap.ts";
import { gathering } from "./gathering.ts";
import type { Family, Kernel, KernelNode } from "./kernel.ts";
import { scattering } from "./scattering.ts";
import { valueIn } from "./variables.ts";

/** Parts of variables, read and written. */
export const variableRows: Family = {
  ResourceGather: (node) => {
    const axis = Math.max(0, node.int("batch_dims"));
    const gather = gathering.GatherV2!(node);
    return ([resource, indices], context) => gather([valueIn(resource!), indices!, scalar("int32", axis)], context);
  },
  ResourceGatherNd: (node) => {
    const gather = gathering.GatherNd!(strict(node));
    return ([resource, indices], context) => gather([valueIn(resource!), indices!], context);
  },
  ResourceScatterUpdate: scatter("TensorScatterUpdate", asRows),
  ResourceScatterAdd: scatter("TensorScatterAdd", asRows),
  ResourceScatterSub: scatter("TensorScatterSub", asRows),
  ResourceScatterMin: scatter("TensorScatterMin", asRows),
  ResourceScatterMax: scatter("TensorScatterMax", asRows),
  ResourceScatterNdUpdate: scatter("TensorScatterUpdate", asGiven),
  ResourceScatterNdAdd: scatter("TensorScatterAdd", asGiven),
  ResourceScatterNdSub: scatter("TensorScatterSub", asGiven),
  ResourceScatterNdMin: scatter("TensorScatterMin", asGiven),
  ResourceScatterNdMax: scatter("TensorScatterMax", asGiven),
};

function scatter(op: string, indicesOf: (indices: HostTensor) => HostTensor): Kernel {
  return (node) => {
    const run = scattering[op]!(strict(node));
    return ([resource, indices, updates], context) => {
      const changed = run([valueIn(resource!), indicesOf(toHost(indices!)), updates!], context);
      variableOf(resource as Resource).value = detached("kind" in changed ? changed : changed[0]!);
      return [];
    };
  };
}

/** Each index is a row of its own. */
function asRows(indices: HostTensor): HostTensor {
  return reshaped(indices, [...indices.shape, 1]);
}

function asGiven(indices: HostTensor): HostTensor {
  return indices;
}

/** A variable's operators refuse every index that is outside. */
function strict(node: KernelNode): KernelNode {
  return { ...node, string: (name) => (name === "bad_indices_policy" ? "" : node.string(name)) };
}
