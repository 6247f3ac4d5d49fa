/** Results that depend on the inputs alone: the graph's plumbing, arrays, mathematics, text, images and sound. */
export const VALUES: Readonly<Record<string, string>> = {
  "control flow": `
    Const CheckPinned ControlTrigger CustomAggregator DebugGradientIdentity DebugGradientRefIdentity DebugNumericSummaryV2
    DeepCopy DeviceIndex EnsureShape Enter Exit Fact FakeParam GuaranteeConst HostConst Identity IdentityN
    LoopCond Merge NextIteration NoOp Placeholder PlaceholderV2 PlaceholderWithDefault PreventGradient RefEnter
    RefExit RefIdentity RefMerge RefNextIteration RefSelect RefSwitch Select SelectV2 Snapshot StopGradient
    Switch ToBool _Arg _ArrayToList _DeviceArg _DeviceRetval _EagerConst _HostCast _ListToArray _Retval _SwitchN
  `,
  arrays: `
    BatchToSpace BatchToSpaceND BroadcastArgs BroadcastGradientArgs BroadcastTo
    CompositeTensorVariantFromComponents CompositeTensorVariantToComponents Concat ConcatOffset ConcatV2
    DepthToSpace EmptyTensorList EmptyTensorMap ExpandDims Gather GatherNd GatherV2 MirrorPad MirrorPadGrad
    OptionalFromValue OptionalGetValue OptionalHasValue OptionalNone Pad PadV2 Reverse ReverseSequence ReverseV2
    ScatterNd Slice SpaceToBatch SpaceToBatchND SpaceToDepth Split SplitV StridedSlice StridedSliceGrad
    TensorListConcat TensorListConcatLists TensorListConcatV2 TensorListElementShape TensorListFromTensor
    TensorListGather TensorListGetItem TensorListLength TensorListPopBack TensorListPushBack
    TensorListPushBackBatch TensorListReserve TensorListResize TensorListScatter
    TensorListScatterIntoExistingList TensorListScatterV2 TensorListSetItem TensorListSplit TensorListStack
    TensorMapErase TensorMapHasKey TensorMapInsert TensorMapLookup TensorMapSize TensorMapStackKeys
    TensorScatterAdd TensorScatterMax TensorScatterMin TensorScatterSub TensorScatterUpdate
    TensorStridedSliceUpdate Tile TileGrad Unique UniqueV2 UniqueWithCounts UniqueWithCountsV2
  `,
  mathematics: `
    Abs AccumulateNV2 Acos Acosh Add AddN AddV2 All Angle Any ApproximateEqual ArgMax ArgMin Asin Asinh Atan
    Atan2 Atanh BesselI0 BesselI0e BesselI1 BesselI1e BesselJ0 BesselJ1 BesselK0 BesselK0e BesselK1 BesselK1e
    BesselY0 BesselY1 Betainc Bincount Bitcast BitwiseAnd BitwiseOr BitwiseXor Bucketize Cast Ceil ClipByValue
    CompareAndBitpack Complex ComplexAbs Conj ConjugateTranspose Cos Cosh Cumprod Cumsum CumulativeLogsumexp
    DataFormatDimMap DataFormatVecPermute Dawsn Diag DiagPart Digamma Div DivNoNan DynamicPartition
    DynamicStitch EditDistance Equal Erf Erfc Erfinv Exp Expint Expm1 Fill Floor FloorDiv FloorMod FresnelCos
    FresnelSin Greater GreaterEqual HistogramFixedWidth Igamma IgammaGradA Igammac Imag Inv InvGrad Invert
    InvertPermutation IsFinite IsInf IsNan LeftShift Less LessEqual Lgamma LinSpace ListDiff Log Log1p
    LogicalAnd LogicalNot LogicalOr LowerBound Max Maximum Mean Min Minimum Mod Mul MulNoNan Ndtri Neg NextAfter
    NotEqual OneHot OnesLike Pack ParallelDynamicStitch Polygamma PopulationCount Pow Prod Range Rank Real
    RealDiv Reciprocal ReciprocalGrad Reshape RightShift Rint Roll Round Rsqrt RsqrtGrad SegmentMax SegmentMaxV2
    SegmentMean SegmentMin SegmentMinV2 SegmentProd SegmentProdV2 SegmentSum SegmentSumV2 Shape ShapeN Sign Sin
    Sinh Size Spence Sqrt SqrtGrad Square SquaredDifference Squeeze Sub Sum Tan Tanh TanhGrad Transpose
    TruncateDiv TruncateMod Unpack UnravelIndex UnsortedSegmentMax UnsortedSegmentMin UnsortedSegmentProd
    UnsortedSegmentSum UpperBound Where Xdivy Xlog1py Xlogy ZerosLike Zeta
  `,
  "linear algebra": `
    BandedTriangularSolve BatchCholesky BatchCholeskyGrad BatchFFT BatchFFT2D BatchFFT3D BatchIFFT BatchIFFT2D
    BatchIFFT3D BatchMatMul BatchMatMulV2 BatchMatMulV3 BatchMatrixBandPart BatchMatrixDeterminant
    BatchMatrixDiag BatchMatrixDiagPart BatchMatrixInverse BatchMatrixSetDiag BatchMatrixSolve
    BatchMatrixSolveLs BatchMatrixTriangularSolve BatchSelfAdjointEig BatchSelfAdjointEigV2 BatchSvd Cholesky
    CholeskyGrad Cross Eig Einsum FFT FFT2D FFT3D FFTND IFFT IFFT2D IFFT3D IFFTND IRFFT IRFFT2D IRFFT3D IRFFTND
    LogMatrixDeterminant Lu MatMul MatrixBandPart MatrixDeterminant MatrixDiag MatrixDiagPart MatrixDiagPartV2
    MatrixDiagPartV3 MatrixDiagV2 MatrixDiagV3 MatrixExponential MatrixInverse MatrixLogarithm MatrixSetDiag
    MatrixSetDiagV2 MatrixSetDiagV3 MatrixSolve MatrixSolveLs MatrixSquareRoot MatrixTriangularSolve Qr RFFT
    RFFT2D RFFT3D RFFTND SelfAdjointEig SelfAdjointEigV2 Svd TridiagonalMatMul TridiagonalSolve
  `,
  "stateless randomness": `
    RandomGammaGrad RandomIndexShuffle StatelessMultinomial StatelessParameterizedTruncatedNormal
    StatelessRandomBinomial StatelessRandomGammaV2 StatelessRandomGammaV3 StatelessRandomGetKeyCounter
    StatelessRandomGetKeyCounterAlg StatelessRandomNormal StatelessRandomNormalV2 StatelessRandomPoisson
    StatelessRandomUniform StatelessRandomUniformFullInt StatelessRandomUniformFullIntV2
    StatelessRandomUniformInt StatelessRandomUniformIntV2 StatelessRandomUniformV2 StatelessShuffle
    StatelessTruncatedNormal StatelessTruncatedNormalV2 StochasticCastToInt
  `,
  "strings and parsing": `
    AsString DTensorShardedPrefix DecodeBase64 DecodeCSV DecodeCompressed DecodeJSONExample DecodePaddedRaw
    DecodeRaw EncodeBase64 Fingerprint ParseExample ParseExampleV2 ParseSequenceExample ParseSequenceExampleV2
    ParseSingleExample ParseSingleSequenceExample ParseTensor ReduceJoin RegexFullMatch RegexReplace
    SerializeTensor ShardedFilename ShardedFilespec StaticRegexFullMatch StaticRegexReplace StringFormat
    StringJoin StringLength StringLower StringNGrams StringSplit StringSplitV2 StringStrip StringToHashBucket
    StringToHashBucketFast StringToHashBucketStrong StringToNumber StringUpper Substr UnicodeDecode
    UnicodeDecodeWithOffsets UnicodeEncode UnicodeScript UnicodeTranscode UnsortedSegmentJoin
    _TensorToHashBucketFast
  `,
  "images and audio": `
    AdjustContrast AdjustContrastv2 AdjustHue AdjustSaturation AudioSpectrogram AudioSummary AudioSummaryV2
    CombinedNonMaxSuppression CropAndResize CropAndResizeGradBoxes CropAndResizeGradImage DecodeAndCropJpeg
    DecodeBmp DecodeGif DecodeImage DecodeJpeg DecodeJxl DecodePng DecodeWav DecodeWebP DrawBoundingBoxes
    DrawBoundingBoxesV2 EncodeJpeg EncodeJpegVariableQuality EncodePng EncodeWav ExtractGlimpse ExtractGlimpseV2
    ExtractImagePatches ExtractJpegShape ExtractVolumePatches GenerateBoundingBoxProposals HSVToRGB
    HistogramSummary ImageProjectiveTransformV2 ImageProjectiveTransformV3 ImageSummary MergeSummary Mfcc
    NonMaxSuppression NonMaxSuppressionV2 NonMaxSuppressionV3 NonMaxSuppressionV4 NonMaxSuppressionV5
    NonMaxSuppressionWithOverlaps RGBToHSV ResizeArea ResizeBicubic ResizeBicubicGrad ResizeBilinear
    ResizeBilinearGrad ResizeNearestNeighbor ResizeNearestNeighborGrad ScalarSummary ScaleAndTranslate
    ScaleAndTranslateGrad StatelessSampleDistortedBoundingBox TensorSummary TensorSummaryV2
  `,
};
