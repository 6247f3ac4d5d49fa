import type { Socket } from "node:net";
import {
  type handleUnaryCall,
  Metadata,
  Server,
  ServerCredentials,
  type ServiceDefinition,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { tokenIn } from "../faults/faults.ts";
import { decode } from "../protos/decode.ts";
import { encode } from "../protos/encode.ts";
import type { Message } from "../protos/json.ts";
import { messageType } from "../protos/message-type.ts";
import { grpcCode, type Status, statusOf } from "../status.ts";
import { type Answering, answer } from "./answering.ts";
import type { AnsweredMethod } from "./methods.ts";

/** The services over gRPC, on connections that somebody else has accepted. */
export interface GrpcServer {
  take(socket: Socket): void;
  close(): void;
}

/** Predictions may be large; what is too large for Vertex AI is refused by its own rule. */
const MAX_MESSAGE_BYTES = 64 * 2 ** 20;
const DETAILS_KEY = "grpc-status-details-bin";

export function grpcServer(methods: readonly AnsweredMethod[], parts: Answering): GrpcServer {
  const server = new Server({
    "grpc.max_receive_message_length": MAX_MESSAGE_BYTES,
    "grpc.max_send_message_length": MAX_MESSAGE_BYTES,
  });
  const definition: Record<string, ServiceDefinition[string]> = {};
  const handlers: UntypedServiceImplementation = {};
  for (const answered of methods) {
    const path = `/${answered.method.service}/${answered.method.name}`;
    definition[path] = { ...RAW, path };
    handlers[path] = handlerFor(answered, parts);
  }
  server.addService(definition, handlers);
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
  return {
    take: (socket) => injector.injectConnection(socket),
    close() {
      injector.destroy();
      server.forceShutdown();
    },
  };
}

const same = (bytes: Buffer): Buffer => bytes;

/** Messages stay bytes here, so that one that cannot be decoded is refused by us and not by the transport. */
const RAW = {
  requestStream: false,
  responseStream: false,
  requestSerialize: same,
  requestDeserialize: same,
  responseSerialize: same,
  responseDeserialize: same,
} as const;

function handlerFor(answered: AnsweredMethod, parts: Answering): handleUnaryCall<Buffer, Buffer> {
  const { request, response } = answered.method;
  return (call, callback) => {
    const headers = new Metadata();
    const token = tokenIn(call.metadata.get("authorization").map(String)[0]);
    const act = async (): Promise<Buffer> => {
      const message = decode(request, call.request);
      const header = (name: string, value: string): void => headers.set(name, value);
      return Buffer.from(encode(response, await answer(answered, { request: message, token, header }, parts)));
    };
    act().then(
      (bytes) => {
        call.sendMetadata(headers);
        callback(null, bytes);
      },
      (error: unknown) => callback(statusError(statusOf(error))),
    );
  };
}

function statusError({ code, message, details }: Status) {
  const metadata = new Metadata();
  const status: Message = { code: grpcCode(code), message, details: details as readonly Message[] };
  if (details.length > 0) metadata.set(DETAILS_KEY, Buffer.from(encode(messageType("google.rpc.Status"), status)));
  return Object.assign(new Error(message), { code: grpcCode(code), details: message, metadata });
}
