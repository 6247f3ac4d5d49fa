interface Library {
  readonly library: string;
  readonly operators: RegExp;
}

/** Where well-known operators come from that no TensorFlow release registers. */
const LIBRARIES: readonly Library[] = [
  { library: "TensorFlow Decision Forests", operators: /^SimpleML/ },
  {
    library: "TensorRT (a serialized engine is native code that no scan can read)",
    operators: /^(Create)?TRT|TensorRT/,
  },
  { library: "TensorFlow Addons", operators: /^Addons>/ },
  { library: "TensorFlow Recommenders Addons", operators: /^TFRA>/ },
  { library: "TensorFlow I/O", operators: /^IO>/ },
  {
    library: "TensorFlow Text",
    operators:
      /^(TFText>|Sentencepiece|(Fast)?(Wordpiece|SentencePiece|BertNormalize)|Whitespace(Tokenize|Split)|UnicodeScriptTokenize|RegexSplit|CaseFoldUTF8|NormalizeUTF8|FindSourceOffsets|SentenceFragments|SplitMerge|Tokenizer(FromLogits)?|Rouge|MaxSpanningTree|ConstrainedSequence|NgramsStringJoin|Utf8Binarize|TextNgrams|PhraseTokenize|ByteSplit|RoundRobin(Generate|Trim))/i,
  },
  { library: "TensorFlow Lite", operators: /^TFLite|^TfLite|^Flex/ },
  { library: "Horovod", operators: /^Horovod/ },
  { library: "the Edge TPU compiler", operators: /^edgetpu/i },
  { library: "AWS Neuron", operators: /^Neuron/ },
  { library: "struct2tensor", operators: /^(DecodeProtoSparse|EquiJoin|RunLengthBefore|Struct2Tensor)/ },
  { library: "TensorFlow's BigQuery connector", operators: /^(BigQuery|GenerateBigQuery|Bigtable)/ },
];

/** Why an operator fails that no TensorFlow release registers: what it does is known to its own library alone. */
export function customOperator(operator: string): { readonly reason: string; readonly fix: string } {
  const known = LIBRARIES.find(({ operators }) => operators.test(operator));
  const origin = known === undefined ? "" : `; it comes from ${known.library}`;
  return {
    reason: `${operator} is a custom operator: no TensorFlow release registers it, so what it does cannot be judged${origin}`,
    fix: "Export the model with stock TensorFlow operators alone.",
  };
}
