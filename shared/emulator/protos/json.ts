/** A message in the JSON form of protobuf: members in camelCase, 64-bit integers as texts, bytes in base64. */
export interface Message {
  readonly [member: string]: Value | undefined;
}

export type Value = null | boolean | number | string | readonly Value[] | Message;
