import{p as e}from"./saved-model.js";function t(e){let t=+!!e.startsWith(`^`),n=e.indexOf(`:`,t);return n<0?e.slice(t):e.slice(t,n)}function n(e){return/:\d+$/.test(e)?e:`${e}:0`}function r(e){let t=/:(\d+)$/.exec(e)?.[1];return t===void 0?0:Number(t)}function i(e){return e.split(`:`).length===3?e.split(`:`)[1]??null:null}function a({assets:e,saver:t,signatures:r}){let i=Map.groupBy(e,({tensor:e})=>n(e)),a=r.flatMap(e=>e.inputs.flatMap(({tensors:e})=>e));return{assets:new Map([...i].map(([e,t])=>[e,t.map(({file:e})=>e)])),checkpoint:t===null?null:n(t.filenameTensor),requested:new Set(a.map(n))}}function o(e,{phase:t,scope:r,tensor:i,role:a}){if(r.definition!==null)return null;let o=n(i);return t===`serve`?e.requested.has(o)?[{kind:`request`,tensor:o,role:a}]:null:t!==`initialise`&&o===e.checkpoint?[{kind:`checkpoint`,role:a}]:t===`save`?null:e.assets.get(o)?.map(e=>({kind:`asset`,file:e,role:a}))??null}const s={calls:`
    BatchFunction Case For If MapDefun PartitionedCall RiscCondition RiscWhile StatefulPartitionedCall
    StatelessCase StatelessIf StatelessWhile SymbolicGradient TPUPartitionedCall While XlaIf XlaLaunch
    XlaLaunchV2 XlaReduce XlaReduceWindow XlaScatter XlaSelectAndScatter
    XlaSparseDenseMatmulCustomCombinerOnTcGradWithAdagradAndCsrInput
    XlaSparseDenseMatmulCustomCombinerOnTcGradWithAdagradMomentumAndCsrInput
    XlaSparseDenseMatmulCustomCombinerOnTcGradWithAdamAndCsrInput
    XlaSparseDenseMatmulCustomCombinerOnTcGradWithCsrInput
    XlaSparseDenseMatmulCustomCombinerOnTcGradWithFtrlAndCsrInput
    XlaSparseDenseMatmulCustomCombinerOnTcGradWithSgdAndCsrInput
    XlaSparseDenseMatmulCustomCombinerOnTcWithCsrInput XlaSparseDenseMatmulGradWithCsrInput XlaVariadicReduce
    XlaVariadicReduceV2 XlaVariadicSort XlaWhile _If _TPUReplicate _While _XlaCompile _XlaMerge _XlaRun
  `},c={datasets:`
    AssertCardinalityDataset AssertNextDataset AssertPrevDataset AutoShardDataset BatchDataset BatchDatasetV2
    BytesProducedStatsDataset ChooseFastestBranchDataset ChooseFastestDataset CompressElement ComputeBatchSize
    ConcatenateDataset DatasetCardinality DatasetFingerprint DatasetToGraph DatasetToGraphV2
    DatasetToSingleElement DenseToSparseBatchDataset DirectedInterleaveDataset FakeQueue
    FilterByLastComponentDataset FilterDataset FinalizeDataset FlatMapDataset GeneratorDataset GetElementAtIndex
    GetOptions GlobalIterId GlobalShuffleDataset GroupByReducerDataset GroupByWindowDataset IgnoreErrorsDataset
    IndexFlatMapDataset InitializeTableFromDataset InterleaveDataset LatencyStatsDataset
    LegacyParallelInterleaveDatasetV2 ListDataset MapAndBatchDataset MapDataset MaxIntraOpParallelismDataset
    ModelDataset NonSerializableDataset OptimizeDataset OptimizeDatasetV2 OptionsDataset PaddedBatchDataset
    PaddedBatchDatasetV2 ParallelBatchDataset ParallelFilterDataset ParallelInterleaveDataset
    ParallelInterleaveDatasetV2 ParallelInterleaveDatasetV3 ParallelInterleaveDatasetV4 ParallelMapDataset
    ParallelMapDatasetV2 ParseExampleDataset ParseExampleDatasetV2 PrefetchDataset PrivateThreadPoolDataset
    RandomDataset RandomDatasetV2 RangeDataset RebatchDataset RebatchDatasetV2 ReduceDataset RepeatDataset
    RewriteDataset SamplingDataset ScanDataset SetStatsAggregatorDataset ShardDataset ShuffleAndRepeatDataset
    ShuffleAndRepeatDatasetV2 ShuffleDataset ShuffleDatasetV2 ShuffleDatasetV3 SkipDataset SleepDataset
    SlidingWindowDataset SparseTensorSliceDataset StatsAggregatorHandle StatsAggregatorHandleV2
    StatsAggregatorSummary TakeDataset TakeWhileDataset TensorDataset TensorSliceDataset ThreadPoolDataset
    ThreadPoolHandle UnbatchDataset UncompressElement UniqueDataset UnwrapDatasetVariant WeightedFlatMapDataset
    Window WindowDataset WindowOp WrapDatasetVariant ZipDataset
  `,experimental:`
    ExperimentalAssertNextDataset ExperimentalAutoShardDataset ExperimentalBytesProducedStatsDataset
    ExperimentalChooseFastestDataset ExperimentalDatasetCardinality ExperimentalDenseToSparseBatchDataset
    ExperimentalDirectedInterleaveDataset ExperimentalGroupByReducerDataset ExperimentalGroupByWindowDataset
    ExperimentalIgnoreErrorsDataset ExperimentalIteratorGetDevice ExperimentalLatencyStatsDataset
    ExperimentalMapAndBatchDataset ExperimentalMapDataset ExperimentalMaxIntraOpParallelismDataset
    ExperimentalNonSerializableDataset ExperimentalParallelInterleaveDataset ExperimentalParseExampleDataset
    ExperimentalPrivateThreadPoolDataset ExperimentalRandomDataset ExperimentalRebatchDataset
    ExperimentalScanDataset ExperimentalSetStatsAggregatorDataset ExperimentalSleepDataset
    ExperimentalSlidingWindowDataset ExperimentalStatsAggregatorHandle ExperimentalStatsAggregatorSummary
    ExperimentalTakeWhileDataset ExperimentalThreadPoolDataset ExperimentalThreadPoolHandle
    ExperimentalUnbatchDataset ExperimentalUniqueDataset
  `,iterators:`
    AnonymousIterator AnonymousIteratorV2 AnonymousIteratorV3 AnonymousMemoryCache AnonymousMultiDeviceIterator
    AnonymousMultiDeviceIteratorV3 DeleteIterator DeleteMemoryCache DeleteMultiDeviceIterator
    DummyIterationCounter DummyMemoryCache Iterator IteratorFromStringHandle IteratorFromStringHandleV2
    IteratorGetDevice IteratorGetModelProto IteratorGetNext IteratorGetNextAsOptional IteratorGetNextSync
    IteratorToStringHandle IteratorV2 MakeIterator MultiDeviceIterator MultiDeviceIteratorFromStringHandle
    MultiDeviceIteratorGetNextFromShard MultiDeviceIteratorInit MultiDeviceIteratorToStringHandle
    OneShotIterator SerializeIterator
  `},l={readsFiles:`
    CSVDataset CSVDatasetV2 ExperimentalCSVDataset ExperimentalLMDBDataset ExperimentalMatchingFilesDataset
    ExperimentalSqlDataset FixedLengthRecordDataset FixedLengthRecordDatasetV2 FixedLengthRecordReader
    FixedLengthRecordReaderV2 GenerateVocabRemapping ImmutableConst LMDBDataset LMDBReader
    ListSnapshotChunksDataset LoadAndRemapMatrix LoadDataset MatchingFiles MatchingFilesDataset ReadFile
    RecordInput Skipgram SnapshotChunkDataset SnapshotDatasetReader SnapshotNestedDatasetReader SqlDataset
    TFRecordDataset TFRecordDatasetV2 TFRecordReader TFRecordReaderV2 TextLineDataset TextLineReader
    TextLineReaderV2 WholeFileReader WholeFileReaderV2
  `,writesFiles:`
    CalibrationStatisticsSaver DatasetToTFRecord DumpTensor ExperimentalDatasetToTFRecord SaveDataset
    SaveDatasetV2 SnapshotDataset SnapshotDatasetV2 WriteFile
  `,writesSummaries:`
    CloseSummaryWriter CreateSummaryDbWriter CreateSummaryFileWriter FlushSummaryWriter ImportEvent
    StatsAggregatorSetSummaryWriter SummaryWriter WriteAudioSummary WriteGraphSummary WriteHistogramSummary
    WriteImageSummary WriteRawProtoSummary WriteScalarSummary WriteSummary
  `,network:`
    CollectiveAllToAllV2 CollectiveAllToAllV3 CollectiveAssignGroupV2 CollectiveBcastRecv CollectiveBcastRecvV2
    CollectiveBcastSend CollectiveBcastSendV2 CollectiveGather CollectiveGatherV2
    CollectiveInitializeCommunicator CollectivePermute CollectiveReduce CollectiveReduceScatterV2
    CollectiveReduceV2 CollectiveReduceV3 DTensorAllGather DTensorAllReduce DTensorAllScatter DTensorAllToAll
    DTensorReduceScatter DataServiceDataset DataServiceDatasetV2 DataServiceDatasetV3 DataServiceDatasetV4
    DeleteRpcFutureResource DistributedSave FileSystemSetConfiguration Recv RegisterDataset RegisterDatasetV2
    RemoteCall Rpc RpcCall RpcCheckStatus RpcClient RpcGetValue RpcServer RpcServerRegister RpcServerStart Send
    TryRpc _HostRecv _HostSend _NcclBroadcastRecv _NcclBroadcastSend _NcclReduceRecv _NcclReduceSend _Recv _Send
  `,device:`
    CollateTPUEmbeddingMemory ComputeDedupDataSize ComputeDedupDataSizeV2 ComputeDedupDataTupleMask
    ComputeDedupDataTupleMaskV2 ConfigureAndInitializeGlobalTPU ConfigureDistributedTPU ConfigureTPUEmbedding
    ConfigureTPUEmbeddingHost ConfigureTPUEmbeddingMemory ConnectTPUEmbeddingHosts DTensorSetGlobalTPUArray
    DynamicEnqueueTPUEmbeddingArbitraryTensorBatch DynamicEnqueueTPUEmbeddingRaggedTensorBatch
    EnqueueTPUEmbeddingArbitraryTensorBatch EnqueueTPUEmbeddingBatch EnqueueTPUEmbeddingIntegerBatch
    EnqueueTPUEmbeddingRaggedTensorBatch EnqueueTPUEmbeddingSparseBatch EnqueueTPUEmbeddingSparseTensorBatch
    ExecuteTPUEmbeddingPartitioner FinalizeTPUEmbedding FinalizeTPUEmbeddingV2
    GetMinibatchSplitsWithPhysicalReplica GetMinibatchesInCsrWithPhysicalReplica GetTpuTaskId InfeedDequeue
    InfeedDequeueTuple InfeedEnqueue InfeedEnqueuePrelinearizedBuffer InfeedEnqueueTuple
    IsTPUEmbeddingInitialized LoadAllTPUEmbeddingParameters LoadTPUEmbeddingADAMParameters
    LoadTPUEmbeddingADAMParametersGradAccumDebug LoadTPUEmbeddingAdadeltaParameters
    LoadTPUEmbeddingAdadeltaParametersGradAccumDebug LoadTPUEmbeddingAdagradMomentumParameters
    LoadTPUEmbeddingAdagradParameters LoadTPUEmbeddingAdagradParametersGradAccumDebug
    LoadTPUEmbeddingCenteredRMSPropParameters LoadTPUEmbeddingFTRLParameters
    LoadTPUEmbeddingFTRLParametersGradAccumDebug LoadTPUEmbeddingFrequencyEstimatorParameters
    LoadTPUEmbeddingFrequencyEstimatorParametersGradAccumDebug LoadTPUEmbeddingMDLAdagradLightParameters
    LoadTPUEmbeddingMomentumParameters LoadTPUEmbeddingMomentumParametersGradAccumDebug
    LoadTPUEmbeddingProximalAdagradParameters LoadTPUEmbeddingProximalAdagradParametersGradAccumDebug
    LoadTPUEmbeddingProximalYogiParameters LoadTPUEmbeddingProximalYogiParametersGradAccumDebug
    LoadTPUEmbeddingRMSPropParameters LoadTPUEmbeddingRMSPropParametersGradAccumDebug
    LoadTPUEmbeddingStochasticGradientDescentParameters
    LoadTPUEmbeddingStochasticGradientDescentParametersGradAccumDebug OutfeedDequeue OutfeedDequeueTuple
    OutfeedDequeueTupleV2 OutfeedDequeueV2 OutfeedEnqueue OutfeedEnqueueTuple RecvTPUEmbeddingActivations
    RetrieveAllTPUEmbeddingParameters RetrieveTPUEmbeddingADAMParameters
    RetrieveTPUEmbeddingADAMParametersGradAccumDebug RetrieveTPUEmbeddingAdadeltaParameters
    RetrieveTPUEmbeddingAdadeltaParametersGradAccumDebug RetrieveTPUEmbeddingAdagradMomentumParameters
    RetrieveTPUEmbeddingAdagradParameters RetrieveTPUEmbeddingAdagradParametersGradAccumDebug
    RetrieveTPUEmbeddingCenteredRMSPropParameters RetrieveTPUEmbeddingFTRLParameters
    RetrieveTPUEmbeddingFTRLParametersGradAccumDebug RetrieveTPUEmbeddingFrequencyEstimatorParameters
    RetrieveTPUEmbeddingFrequencyEstimatorParametersGradAccumDebug RetrieveTPUEmbeddingMDLAdagradLightParameters
    RetrieveTPUEmbeddingMomentumParameters RetrieveTPUEmbeddingMomentumParametersGradAccumDebug
    RetrieveTPUEmbeddingProximalAdagradParameters RetrieveTPUEmbeddingProximalAdagradParametersGradAccumDebug
    RetrieveTPUEmbeddingProximalYogiParameters RetrieveTPUEmbeddingProximalYogiParametersGradAccumDebug
    RetrieveTPUEmbeddingRMSPropParameters RetrieveTPUEmbeddingRMSPropParametersGradAccumDebug
    RetrieveTPUEmbeddingStochasticGradientDescentParameters
    RetrieveTPUEmbeddingStochasticGradientDescentParametersGradAccumDebug SendTPUEmbeddingGradients
    ShutdownDistributedTPU ShutdownTPUSystem StoreMinibatchStatisticsInFdo TPUReshardVariables
    TpuHandleToProtoKey UpdateTaskIdAndGlobalCoreArray WorkerHeartbeat XlaHostCompute XlaRecv XlaRecvFromHost
    XlaRecvTPUEmbeddingActivations XlaRecvTPUEmbeddingActivationsV2 XlaRecvTPUEmbeddingDeduplicationData
    XlaRecvTPUEmbeddingDeduplicationDataV2 XlaSend XlaSendTPUEmbeddingGradients XlaSendTPUEmbeddingGradientsV2
    XlaSendToHost _ConfigureDistributedTPU _ConfigureTPUEmbeddingHost _ConfigureTPUEmbeddingMemory
    _ConnectInterTPUEmbeddingCommunication _DisconnectHostFromDistributedTPUSystem
    _ExecuteTPUEmbeddingPartitioner _FinalizeTPUEmbeddingSystemConfiguration _InitializeHostForDistributedTPU
    _RecvTPUEmbeddingActivations _RecvTPUEmbeddingDeduplicationData _SendTPUEmbeddingGradients
    _SetGlobalTPUArray _ShutdownDistributedTPU _TPUCompileMlirPlaceholderProgramKey _WaitForDistributedTPU
    _XlaRecvAtHost _XlaRecvAtHostV2 _XlaSendFromHost _XlaSendFromHostV2
  `,python:`
    EagerPyFunc PyFunc PyFuncStateless
  `,hiddenProgram:`
    DatasetFromGraph DeserializeIterator MlirPassthroughOp RemoteFusedGraphExecute TPUCompile TPUExecute
    TPUExecuteAndUpdateVariables TfLiteSubgraphExecute XlaCustomCall XlaCustomCallV2 _TPUCompileMlir
    _XlaCompileMlirPlaceholderProgramKey _XlaHostComputeMlir
  `,endsProcess:`
    Abort
  `},u={checkpoint:`
    DTensorRestoreV2 MergeV2Checkpoints Restore RestoreSlice RestoreV2 Save SaveSlices SaveV2
  `,table:`
    InitializeTableFromTextFile InitializeTableFromTextFileV2
  `,print:`
    PrintV2
  `,cache:`
    CacheDataset CacheDatasetV2
  `,option:`
    Copy CopyHost DebugIdentity DebugIdentityV2 DebugIdentityV3 DebugNanCount DebugNumericSummary DecodeProtoV2
    EncodeProto FixedUnigramCandidateSampler
  `,compiled:`
    XlaCallModule
  `},ee=new Map([...[[`compute`,{"control flow":`
    Const CheckPinned ControlTrigger CustomAggregator DebugGradientIdentity DebugGradientRefIdentity DebugNumericSummaryV2
    DeepCopy DeviceIndex EnsureShape Enter Exit Fact FakeParam GuaranteeConst HostConst Identity IdentityN
    LoopCond Merge NextIteration NoOp Placeholder PlaceholderV2 PlaceholderWithDefault PreventGradient RefEnter
    RefExit RefIdentity RefMerge RefNextIteration RefSelect RefSwitch Select SelectV2 Snapshot StopGradient
    Switch ToBool _Arg _ArrayToList _DeviceArg _DeviceRetval _EagerConst _HostCast _ListToArray _Retval _SwitchN
  `,arrays:`
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
  `,mathematics:`
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
  `,"linear algebra":`
    BandedTriangularSolve BatchCholesky BatchCholeskyGrad BatchFFT BatchFFT2D BatchFFT3D BatchIFFT BatchIFFT2D
    BatchIFFT3D BatchMatMul BatchMatMulV2 BatchMatMulV3 BatchMatrixBandPart BatchMatrixDeterminant
    BatchMatrixDiag BatchMatrixDiagPart BatchMatrixInverse BatchMatrixSetDiag BatchMatrixSolve
    BatchMatrixSolveLs BatchMatrixTriangularSolve BatchSelfAdjointEig BatchSelfAdjointEigV2 BatchSvd Cholesky
    CholeskyGrad Cross Eig Einsum FFT FFT2D FFT3D FFTND IFFT IFFT2D IFFT3D IFFTND IRFFT IRFFT2D IRFFT3D IRFFTND
    LogMatrixDeterminant Lu MatMul MatrixBandPart MatrixDeterminant MatrixDiag MatrixDiagPart MatrixDiagPartV2
    MatrixDiagPartV3 MatrixDiagV2 MatrixDiagV3 MatrixExponential MatrixInverse MatrixLogarithm MatrixSetDiag
    MatrixSetDiagV2 MatrixSetDiagV3 MatrixSolve MatrixSolveLs MatrixSquareRoot MatrixTriangularSolve Qr RFFT
    RFFT2D RFFT3D RFFTND SelfAdjointEig SelfAdjointEigV2 Svd TridiagonalMatMul TridiagonalSolve
  `,"stateless randomness":`
    RandomGammaGrad RandomIndexShuffle StatelessMultinomial StatelessParameterizedTruncatedNormal
    StatelessRandomBinomial StatelessRandomGammaV2 StatelessRandomGammaV3 StatelessRandomGetKeyCounter
    StatelessRandomGetKeyCounterAlg StatelessRandomNormal StatelessRandomNormalV2 StatelessRandomPoisson
    StatelessRandomUniform StatelessRandomUniformFullInt StatelessRandomUniformFullIntV2
    StatelessRandomUniformInt StatelessRandomUniformIntV2 StatelessRandomUniformV2 StatelessShuffle
    StatelessTruncatedNormal StatelessTruncatedNormalV2 StochasticCastToInt
  `,"strings and parsing":`
    AsString DTensorShardedPrefix DecodeBase64 DecodeCSV DecodeCompressed DecodeJSONExample DecodePaddedRaw
    DecodeRaw EncodeBase64 Fingerprint ParseExample ParseExampleV2 ParseSequenceExample ParseSequenceExampleV2
    ParseSingleExample ParseSingleSequenceExample ParseTensor ReduceJoin RegexFullMatch RegexReplace
    SerializeTensor ShardedFilename ShardedFilespec StaticRegexFullMatch StaticRegexReplace StringFormat
    StringJoin StringLength StringLower StringNGrams StringSplit StringSplitV2 StringStrip StringToHashBucket
    StringToHashBucketFast StringToHashBucketStrong StringToNumber StringUpper Substr UnicodeDecode
    UnicodeDecodeWithOffsets UnicodeEncode UnicodeScript UnicodeTranscode UnsortedSegmentJoin
    _TensorToHashBucketFast
  `,"images and audio":`
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
  `}],[`compute`,{"neural networks":`
    ApproxTopK AvgPool AvgPool3D AvgPool3DGrad AvgPoolGrad BatchNormWithGlobalNormalization
    BatchNormWithGlobalNormalizationGrad BiasAdd BiasAddGrad BiasAddV1 BlockLSTM BlockLSTMGrad BlockLSTMGradV2
    BlockLSTMV2 CTCBeamSearchDecoder CTCGreedyDecoder CTCLoss CTCLossV2 ComputeAccidentalHits Conv Conv2D
    Conv2DBackpropFilter Conv2DBackpropFilterV2 Conv2DBackpropInput Conv2DBackpropInputV2 Conv3D
    Conv3DBackpropFilter Conv3DBackpropFilterV2 Conv3DBackpropInput Conv3DBackpropInputV2 CudnnRNN
    CudnnRNNBackprop CudnnRNNBackpropV2 CudnnRNNBackpropV3 CudnnRNNCanonicalToParams CudnnRNNCanonicalToParamsV2
    CudnnRNNParamsSize CudnnRNNParamsToCanonical CudnnRNNParamsToCanonicalV2 CudnnRNNV2 CudnnRNNV3
    DepthwiseConv2dNative DepthwiseConv2dNativeBackpropFilter DepthwiseConv2dNativeBackpropInput Dilation2D
    Dilation2DBackpropFilter Dilation2DBackpropInput Elu EluGrad EuclideanNorm FractionalAvgPool
    FractionalAvgPoolGrad FractionalMaxPool FractionalMaxPoolGrad FusedBatchNorm FusedBatchNormGrad
    FusedBatchNormGradV2 FusedBatchNormGradV3 FusedBatchNormV2 FusedBatchNormV3 FusedPadConv2D
    FusedResizeAndPadConv2D GRUBlockCell GRUBlockCellGrad InTopK InTopKV2 IsotonicRegression
    KMC2ChainInitialization KmeansPlusPlusInitialization KthOrderStatistic L2Loss LRN LRNGrad LSTMBlockCell
    LSTMBlockCellGrad LeakyRelu LeakyReluGrad LogSoftmax MakeUnique MaxPool MaxPool3D MaxPool3DGrad
    MaxPool3DGradGrad MaxPoolGrad MaxPoolGradGrad MaxPoolGradGradV2 MaxPoolGradGradWithArgmax MaxPoolGradV2
    MaxPoolGradWithArgmax MaxPoolV2 MaxPoolWithArgmax NearestNeighbors NthElement Relu Relu6 Relu6Grad ReluGrad
    Selu SeluGrad Sigmoid SigmoidGrad SobolSample Softmax SoftmaxCrossEntropyWithLogits Softplus SoftplusGrad
    Softsign SoftsignGrad TopK TopKUnique TopKV2 TopKWithUnique _FusedBatchNormEx _FusedBatchNormGradEx
    _FusedConv2D _FusedConv3D _FusedDepthwiseConv2dNative _FusedMatMul _UnaryOpsComposition
  `,"sparse, ragged and sets":`
    CSRSparseMatrixComponents CSRSparseMatrixToDense CSRSparseMatrixToSparseTensor ConvertToCooTensor
    ConvertToListOfSparseCoreCooTensors ConvertToSparseCoreCsrWrappedCooTensor DenseBincount
    DenseCountSparseOutput DenseToCSRSparseMatrix DenseToDenseSetOperation DenseToSparseSetOperation
    DeserializeManySparse DeserializeSparse GetStatsFromListOfSparseCoreCooTensors RaggedBincount
    RaggedCountSparseOutput RaggedCross RaggedFillEmptyRows RaggedFillEmptyRowsGrad RaggedGather RaggedRange
    RaggedTensorFromVariant RaggedTensorToSparse RaggedTensorToTensor RaggedTensorToVariant
    RaggedTensorToVariantGradient SdcaFprint SdcaOptimizer SdcaOptimizerV2 SdcaShrinkL1 SerializeManySparse
    SerializeSparse SetSize SortListOfSparseCoreCooTensors SparseAdd SparseAddGrad SparseBincount SparseConcat
    SparseCountSparseOutput SparseCross SparseCrossHashed SparseCrossV2 SparseDenseCwiseAdd SparseDenseCwiseDiv
    SparseDenseCwiseMul SparseFillEmptyRows SparseFillEmptyRowsGrad SparseMatMul SparseMatrixAdd
    SparseMatrixMatMul SparseMatrixMul SparseMatrixNNZ SparseMatrixOrderingAMD SparseMatrixSoftmax
    SparseMatrixSoftmaxGrad SparseMatrixSparseCholesky SparseMatrixSparseMatMul SparseMatrixTranspose
    SparseMatrixZeros SparseReduceMax SparseReduceMaxSparse SparseReduceSum SparseReduceSumSparse SparseReorder
    SparseReshape SparseSegmentMean SparseSegmentMeanGrad SparseSegmentMeanGradV2
    SparseSegmentMeanWithNumSegments SparseSegmentSqrtN SparseSegmentSqrtNGrad SparseSegmentSqrtNGradV2
    SparseSegmentSqrtNWithNumSegments SparseSegmentSum SparseSegmentSumGrad SparseSegmentSumGradV2
    SparseSegmentSumWithNumSegments SparseSlice SparseSliceGrad SparseSoftmax
    SparseSoftmaxCrossEntropyWithLogits SparseSparseMaximum SparseSparseMinimum SparseSplit SparseTensorDenseAdd
    SparseTensorDenseMatMul SparseTensorToCSRSparseMatrix SparseToDense SparseToSparseSetOperation
    XlaSparseActivationsUnstack XlaSparseCoreAdagrad XlaSparseCoreAdagradMomentum XlaSparseCoreAdam
    XlaSparseCoreFtrl XlaSparseCoreSgd XlaSparseDenseMatmul XlaSparseDenseMatmulGradWithAdagradAndCsrInput
    XlaSparseDenseMatmulGradWithAdagradAndStaticBufferSize
    XlaSparseDenseMatmulGradWithAdagradMomentumAndCsrInput
    XlaSparseDenseMatmulGradWithAdagradMomentumAndStaticBufferSize XlaSparseDenseMatmulGradWithAdamAndCsrInput
    XlaSparseDenseMatmulGradWithAdamAndStaticBufferSize XlaSparseDenseMatmulGradWithFtrlAndCsrInput
    XlaSparseDenseMatmulGradWithFtrlAndStaticBufferSize XlaSparseDenseMatmulGradWithSgdAndCsrInput
    XlaSparseDenseMatmulGradWithSgdAndStaticBufferSize XlaSparseDenseMatmulWithCsrInput
    XlaSparseDenseMatmulWithStaticBufferSize XlaSparseGradientsStack
  `,quantised:`
    Dequantize FakeQuantWithMinMaxArgs FakeQuantWithMinMaxArgsGradient FakeQuantWithMinMaxVars
    FakeQuantWithMinMaxVarsGradient FakeQuantWithMinMaxVarsPerChannel FakeQuantWithMinMaxVarsPerChannelGradient
    QuantizeAndDequantize QuantizeAndDequantizeV2 QuantizeAndDequantizeV3 QuantizeAndDequantizeV4
    QuantizeAndDequantizeV4Grad QuantizeDownAndShrinkRange QuantizeV2 QuantizedAdd QuantizedAvgPool
    QuantizedBatchNormWithGlobalNormalization QuantizedBiasAdd QuantizedConcat QuantizedConcatV2 QuantizedConv2D
    QuantizedConv2DAndRelu QuantizedConv2DAndReluAndRequantize QuantizedConv2DAndRequantize
    QuantizedConv2DPerChannel QuantizedConv2DWithBias QuantizedConv2DWithBiasAndRelu
    QuantizedConv2DWithBiasAndReluAndRequantize QuantizedConv2DWithBiasAndRequantize
    QuantizedConv2DWithBiasSignedSumAndReluAndRequantize QuantizedConv2DWithBiasSumAndRelu
    QuantizedConv2DWithBiasSumAndReluAndRequantize QuantizedDepthwiseConv2D QuantizedDepthwiseConv2DWithBias
    QuantizedDepthwiseConv2DWithBiasAndRelu QuantizedDepthwiseConv2DWithBiasAndReluAndRequantize
    QuantizedInstanceNorm QuantizedMatMul QuantizedMatMulWithBias QuantizedMatMulWithBiasAndDequantize
    QuantizedMatMulWithBiasAndRelu QuantizedMatMulWithBiasAndReluAndRequantize
    QuantizedMatMulWithBiasAndRequantize QuantizedMaxPool QuantizedMul QuantizedRelu QuantizedRelu6
    QuantizedReluX QuantizedReshape QuantizedResizeBilinear RequantizationRange RequantizationRangePerChannel
    Requantize RequantizePerChannel UniformDequantize UniformQuantize UniformQuantizedAdd
    UniformQuantizedClipByValue UniformQuantizedConvolution UniformQuantizedConvolutionHybrid
    UniformQuantizedDot UniformQuantizedDotHybrid UniformRequantize _FusedQuantizedConv2D
    _FusedQuantizedDepthwiseConv2D _QuantizedMatMul _QuantizedMaxPool3D
  `}],[`compute`,{XLA:`
    RiscAbs RiscAdd RiscBinaryArithmetic RiscBinaryComparison RiscBitcast RiscBroadcast RiscCast RiscCeil
    RiscCholesky RiscConcat RiscConv RiscCos RiscDiv RiscDot RiscExp RiscFft RiscFloor RiscGather RiscImag
    RiscIsFinite RiscLog RiscLogicalAnd RiscLogicalNot RiscLogicalOr RiscMax RiscMin RiscMul RiscNeg RiscPad
    RiscPool RiscPow RiscRandomUniform RiscReal RiscReduce RiscRem RiscReshape RiscReverse RiscScatter RiscShape
    RiscSign RiscSlice RiscSort RiscSqueeze RiscSub RiscTranspose RiscTriangularSolve RiscUnary XlaAllReduce
    XlaBroadcastHelper XlaClusterOutput XlaConcatND XlaConv XlaConvV2 XlaDequantize XlaDot XlaDotV2
    XlaDynamicSlice XlaDynamicUpdateSlice XlaEinsum XlaGather XlaKeyValueSort XlaOptimizationBarrier XlaPad
    XlaReducePrecision XlaReduceScatter XlaRemoveDynamicDimensionSize XlaReplicaId XlaRngBitGenerator
    XlaSelfAdjointEig XlaSetBound XlaSetDynamicDimensionSize XlaSharding XlaSort XlaSplitND
    XlaSpmdFullToShardShape XlaSpmdShardToFullShape XlaSvd
  `,oneDnn:`
    _MklAdd _MklAddN _MklAddV2 _MklAvgPool _MklAvgPool3D _MklAvgPool3DGrad _MklAvgPoolGrad _MklBatchMatMul
    _MklBatchMatMulV2 _MklConcat _MklConcatV2 _MklConjugateTranspose _MklConv2D _MklConv2DBackpropFilter
    _MklConv2DBackpropFilterWithBias _MklConv2DBackpropInput _MklConv2DWithBias _MklConv3D
    _MklConv3DBackpropFilterV2 _MklConv3DBackpropInputV2 _MklDepthwiseConv2dNative
    _MklDepthwiseConv2dNativeBackpropFilter _MklDepthwiseConv2dNativeBackpropInput _MklDequantize _MklEinsum
    _MklElu _MklEluGrad _MklFusedBatchMatMulV2 _MklFusedBatchNorm _MklFusedBatchNormEx _MklFusedBatchNormGrad
    _MklFusedBatchNormGradV2 _MklFusedBatchNormGradV3 _MklFusedBatchNormV2 _MklFusedBatchNormV3 _MklFusedConv2D
    _MklFusedDepthwiseConv2dNative _MklFusedInstanceNorm _MklFusedMatMul _MklFusedMish _MklIdentity
    _MklInputConversion _MklLRN _MklLRNGrad _MklLayerNorm _MklLeakyRelu _MklLeakyReluGrad _MklMatMul _MklMaxPool
    _MklMaxPool3D _MklMaxPool3DGrad _MklMaxPoolGrad _MklMaximum _MklMul _MklNativeAvgPool _MklNativeAvgPool3D
    _MklNativeAvgPool3DGrad _MklNativeAvgPoolGrad _MklNativeConv2D _MklNativeConv2DBackpropFilter
    _MklNativeConv2DBackpropFilterWithBias _MklNativeConv2DBackpropInput _MklNativeConv2DWithBias
    _MklNativeConv3D _MklNativeConv3DBackpropFilterV2 _MklNativeConv3DBackpropInputV2
    _MklNativeDepthwiseConv2dNative _MklNativeDepthwiseConv2dNativeBackpropFilter
    _MklNativeDepthwiseConv2dNativeBackpropInput _MklNativeFusedBatchNorm _MklNativeFusedBatchNormEx
    _MklNativeFusedBatchNormGrad _MklNativeFusedBatchNormGradV2 _MklNativeFusedBatchNormGradV3
    _MklNativeFusedBatchNormV2 _MklNativeFusedBatchNormV3 _MklNativeFusedConv2D _MklNativeFusedConv3D
    _MklNativeFusedDepthwiseConv2dNative _MklNativeFusedMatMul _MklNativeMaxPool _MklNativeMaxPool3D
    _MklNativeMaxPool3DGrad _MklNativeMaxPoolGrad _MklNativePadWithConv2D _MklNativePadWithFusedConv2D
    _MklNativeSparseMatrixMatMul _MklPadWithConv2D _MklPadWithFusedConv2D _MklQuantizeV2 _MklQuantizedAvgPool
    _MklQuantizedConcatV2 _MklQuantizedConv2D _MklQuantizedConv2DAndRelu _MklQuantizedConv2DAndReluAndRequantize
    _MklQuantizedConv2DAndRequantize _MklQuantizedConv2DPerChannel _MklQuantizedConv2DWithBias
    _MklQuantizedConv2DWithBiasAndRelu _MklQuantizedConv2DWithBiasAndReluAndRequantize
    _MklQuantizedConv2DWithBiasAndRequantize _MklQuantizedConv2DWithBiasSignedSumAndReluAndRequantize
    _MklQuantizedConv2DWithBiasSumAndRelu _MklQuantizedConv2DWithBiasSumAndReluAndRequantize
    _MklQuantizedDepthwiseConv2D _MklQuantizedDepthwiseConv2DWithBias
    _MklQuantizedDepthwiseConv2DWithBiasAndRelu _MklQuantizedDepthwiseConv2DWithBiasAndReluAndRequantize
    _MklQuantizedMatMulWithBias _MklQuantizedMatMulWithBiasAndDequantize _MklQuantizedMatMulWithBiasAndRelu
    _MklQuantizedMatMulWithBiasAndReluAndRequantize _MklQuantizedMatMulWithBiasAndRequantize
    _MklQuantizedMaxPool _MklRelu _MklRelu6 _MklRelu6Grad _MklReluGrad _MklReshape _MklSlice _MklSoftmax
    _MklSquaredDifference _MklSub _MklSwish _MklTanh _MklTanhGrad _MklToTf _MklTranspose
    __MklDummyConv2DBackpropFilterWithBias __MklDummyConv2DWithBias __MklDummyPadWithConv2D
    __MklDummyPadWithFusedConv2D
  `,"TPU markers":`
    AllToAll CopyToMesh CopyToMeshGrad CrossReplicaSum MergeDedupData NcclAllReduce NcclBroadcast NcclReduce
    Prelinearize PrelinearizeTuple Relayout RelayoutGrad RelayoutLike SplitDedupData
    TPUAnnotateTensorsWithDynamicShape TPUCompilationResult TPUCompileSucceededAssert TPUCopyWithDynamicShape
    TPUDummyInput TPUEmbeddingActivations TPUOrdinalSelector TPUPartitionedInput TPUPartitionedInputV2
    TPUPartitionedOutput TPUPartitionedOutputV2 TPUReplicateMetadata TPUReplicatedInput TPUReplicatedOutput
    TPURoundRobin
  `}],[`memory`,{randomness:`
    AllCandidateSampler AnonymousRandomSeedGenerator AnonymousSeedGenerator DeleteRandomSeedGenerator
    DeleteSeedGenerator DummySeedGenerator LearnedUnigramCandidateSampler LogUniformCandidateSampler Multinomial
    NonDeterministicInts ParameterizedTruncatedNormal RandomCrop RandomGamma RandomPoisson RandomPoissonV2
    RandomShuffle RandomShuffleQueue RandomShuffleQueueV2 RandomStandardNormal RandomUniform RandomUniformInt
    RngReadAndSkip RngSkip StatefulRandomBinomial StatefulStandardNormal StatefulStandardNormalV2
    StatefulTruncatedNormal StatefulUniform StatefulUniformFullInt StatefulUniformInt StatelessRandomGetAlg
    ThreadUnsafeUnigramCandidateSampler TruncatedNormal UniformCandidateSampler
  `,"boosted trees and forests":`
    BoostedTreesAggregateStats BoostedTreesBucketize BoostedTreesCalculateBestFeatureSplit
    BoostedTreesCalculateBestFeatureSplitV2 BoostedTreesCalculateBestGainsPerFeature BoostedTreesCenterBias
    BoostedTreesCreateEnsemble BoostedTreesCreateQuantileStreamResource BoostedTreesDeserializeEnsemble
    BoostedTreesEnsembleResourceHandleOp BoostedTreesExampleDebugOutputs BoostedTreesFlushQuantileSummaries
    BoostedTreesGetEnsembleStates BoostedTreesMakeQuantileSummaries BoostedTreesMakeStatsSummary
    BoostedTreesPredict BoostedTreesQuantileStreamResourceAddSummaries
    BoostedTreesQuantileStreamResourceDeserialize BoostedTreesQuantileStreamResourceFlush
    BoostedTreesQuantileStreamResourceGetBucketBoundaries BoostedTreesQuantileStreamResourceHandleOp
    BoostedTreesSerializeEnsemble BoostedTreesSparseAggregateStats BoostedTreesSparseCalculateBestFeatureSplit
    BoostedTreesTrainingPredict BoostedTreesUpdateEnsemble BoostedTreesUpdateEnsembleV2
    IsBoostedTreesEnsembleInitialized IsBoostedTreesQuantileStreamResourceInitialized
    TensorForestCreateTreeVariable TensorForestTreeDeserialize TensorForestTreeIsInitializedOp
    TensorForestTreePredict TensorForestTreeResourceHandleOp TensorForestTreeSerialize TensorForestTreeSize
  `,optimisers:`
    AccumulatorApplyGradient ApplyAdaMax ApplyAdadelta ApplyAdagrad ApplyAdagradDA ApplyAdagradV2 ApplyAdam
    ApplyAddSign ApplyCenteredRMSProp ApplyFtrl ApplyFtrlV2 ApplyGradientDescent ApplyMomentum ApplyPowerSign
    ApplyProximalAdagrad ApplyProximalGradientDescent ApplyRMSProp NegTrain ResourceAccumulatorApplyGradient
    ResourceApplyAdaMax ResourceApplyAdadelta ResourceApplyAdagrad ResourceApplyAdagradDA ResourceApplyAdagradV2
    ResourceApplyAdam ResourceApplyAdamWithAmsgrad ResourceApplyAddSign ResourceApplyCenteredRMSProp
    ResourceApplyFtrl ResourceApplyFtrlV2 ResourceApplyGradientDescent ResourceApplyKerasMomentum
    ResourceApplyMomentum ResourceApplyPowerSign ResourceApplyProximalAdagrad
    ResourceApplyProximalGradientDescent ResourceApplyRMSProp ResourceSparseApplyAdadelta
    ResourceSparseApplyAdagrad ResourceSparseApplyAdagradDA ResourceSparseApplyAdagradV2
    ResourceSparseApplyCenteredRMSProp ResourceSparseApplyFtrl ResourceSparseApplyFtrlV2
    ResourceSparseApplyKerasMomentum ResourceSparseApplyMomentum ResourceSparseApplyProximalAdagrad
    ResourceSparseApplyProximalGradientDescent ResourceSparseApplyRMSProp SparseAccumulatorApplyGradient
    SparseApplyAdadelta SparseApplyAdagrad SparseApplyAdagradDA SparseApplyAdagradV2 SparseApplyCenteredRMSProp
    SparseApplyFtrl SparseApplyFtrlV2 SparseApplyMomentum SparseApplyProximalAdagrad
    SparseApplyProximalGradientDescent SparseApplyRMSProp
  `,tables:`
    AnonymousHashTable AnonymousMutableDenseHashTable AnonymousMutableHashTable
    AnonymousMutableHashTableOfTensors HashTable HashTableV2 InitializeTable InitializeTableV2 LookupTableExport
    LookupTableExportV2 LookupTableFind LookupTableFindV2 LookupTableImport LookupTableImportV2
    LookupTableInsert LookupTableInsertV2 LookupTableRemoveV2 LookupTableSize LookupTableSizeV2
    MutableDenseHashTable MutableDenseHashTableV2 MutableHashTable MutableHashTableOfTensors
    MutableHashTableOfTensorsV2 MutableHashTableV2
  `,"queues, stacks and stages":`
    Barrier BarrierClose BarrierIncompleteSize BarrierInsertMany BarrierReadySize BarrierTakeMany Batch
    FIFOQueue FIFOQueueV2 IdentityReader IdentityReaderV2 MapClear MapIncompleteSize MapPeek MapSize MapStage
    MapUnstage MapUnstageNoKey OrderedMapClear OrderedMapIncompleteSize OrderedMapPeek OrderedMapSize
    OrderedMapStage OrderedMapUnstage OrderedMapUnstageNoKey PaddingFIFOQueue PaddingFIFOQueueV2 PriorityQueue
    PriorityQueueV2 QueueClose QueueCloseV2 QueueDequeue QueueDequeueMany QueueDequeueManyV2 QueueDequeueUpTo
    QueueDequeueUpToV2 QueueDequeueV2 QueueEnqueue QueueEnqueueMany QueueEnqueueManyV2 QueueEnqueueV2
    QueueIsClosed QueueIsClosedV2 QueueSize QueueSizeV2 ReaderNumRecordsProduced ReaderNumRecordsProducedV2
    ReaderNumWorkUnitsCompleted ReaderNumWorkUnitsCompletedV2 ReaderRead ReaderReadUpTo ReaderReadUpToV2
    ReaderReadV2 ReaderReset ReaderResetV2 ReaderRestoreState ReaderRestoreStateV2 ReaderSerializeState
    ReaderSerializeStateV2 Stack StackClose StackCloseV2 StackPop StackPopV2 StackPush StackPushV2 StackV2 Stage
    StageClear StagePeek StageSize Unbatch UnbatchGrad Unstage
  `,"tensor arrays":`
    TensorArray TensorArrayClose TensorArrayCloseV2 TensorArrayCloseV3 TensorArrayConcat TensorArrayConcatV2
    TensorArrayConcatV3 TensorArrayGather TensorArrayGatherV2 TensorArrayGatherV3 TensorArrayGrad
    TensorArrayGradV2 TensorArrayGradV3 TensorArrayGradWithShape TensorArrayPack TensorArrayRead
    TensorArrayReadV2 TensorArrayReadV3 TensorArrayScatter TensorArrayScatterV2 TensorArrayScatterV3
    TensorArraySize TensorArraySizeV2 TensorArraySizeV3 TensorArraySplit TensorArraySplitV2 TensorArraySplitV3
    TensorArrayUnpack TensorArrayV2 TensorArrayV3 TensorArrayWrite TensorArrayWriteV2 TensorArrayWriteV3
  `,variables:`
    Assign AssignAdd AssignAddVariableOp AssignSub AssignSubVariableOp AssignVariableOp
    AssignVariableXlaConcatND CountUpTo DestroyResourceOp DestroyTemporaryVariable DisableCopyOnRead Empty
    InplaceAdd InplaceSub InplaceUpdate IsVariableInitialized ReadVariableOp ReadVariableXlaSplitND
    ResourceCountUpTo ResourceGather ResourceGatherNd ResourceScatterAdd ResourceScatterDiv ResourceScatterMax
    ResourceScatterMin ResourceScatterMul ResourceScatterNdAdd ResourceScatterNdMax ResourceScatterNdMin
    ResourceScatterNdSub ResourceScatterNdUpdate ResourceScatterSub ResourceScatterUpdate
    ResourceStridedSliceAssign ScatterAdd ScatterDiv ScatterMax ScatterMin ScatterMul ScatterNdAdd ScatterNdMax
    ScatterNdMin ScatterNdNonAliasingAdd ScatterNdSub ScatterNdUpdate ScatterSub ScatterUpdate
    StridedSliceAssign TemporaryVariable VarHandleOp VarIsInitializedOp Variable VariableShape VariableV2
    _ReadVariablesOp _VarHandlesOp _XlaAotOnlyVarHandleOp
  `,process:`
    AccumulatorNumAccumulated AccumulatorSetGlobalStep AccumulatorTakeGradient AddManySparseToTensorsMap
    AddSparseToTensorsMap Assert CheckNumerics CheckNumericsV2 ConditionalAccumulator ConsumeMutexLock
    DeleteSessionTensor GetSessionHandle GetSessionHandleV2 GetSessionTensor MutexLock MutexV2 ParallelConcat
    Print ResourceAccumulatorNumAccumulated ResourceAccumulatorSetGlobalStep ResourceAccumulatorTakeGradient
    ResourceConditionalAccumulator SampleDistortedBoundingBox SampleDistortedBoundingBoxV2
    SparseAccumulatorTakeGradient SparseConditionalAccumulator SyncDevice TakeManySparseFromTensorsMap Timestamp
    _ParallelConcatStart _ParallelConcatUpdate _ScopedAllocator _ScopedAllocatorConcat _ScopedAllocatorSplit
  `}],[`dataset`,c],[`call`,s]].flatMap(([e,t])=>Object.values(t).flatMap(t=>p(t,e))),...f(u),...f(l)]);function d(e){return ee.get(e)??null}function f(e){return Object.keys(e).flatMap(t=>p(e[t],t))}function p(e,t){return e.split(/\s+/).flatMap(e=>e===``?[]:[[e,t]])}const te=[];function m(e,{functions:t}){let n=t.has(e.op)?[e.op]:te,r=d(e.op);if(r===`compute`||r===`memory`)return n;let i=new Set(n),a=e.attributeNames.map(t=>e.attribute(t));for(;a.length>0;){let e=ne(a.pop(),a);e!==null&&t.has(e)&&i.add(e)}return[...i]}function ne(e,t){if(e?.kind===`list`)for(let n of e.value)n.kind===`function`&&t.push(n);if(e?.kind!==`function`)return null;let n=e.value;for(let e of n.attributeNames)t.push(n.attribute(e));return n.name}function re(e,t,n){let r={scopes:e,nodes:/* @__PURE__ */ new Map,functions:/* @__PURE__ */ new Map,callers:/* @__PURE__ */ new Map,queue:[],differentiates:!1};h(r,n),v(r);let{nodes:i,functions:a,callers:o}=r;return{phase:t,nodes:i,functions:a,callers:o}}function h(e,t){let{main:n}=e.scopes,r=/* @__PURE__ */ new Set,i=5e5;for(let a of t){let t={label:a.label,parent:null},o=i>0&&a.fed.size>0,s=o?/* @__PURE__ */ new Set:r,c=g(n,a.targets,o?_(a.fed):null,s);o&&(i-=c.length);for(let r of[...c,...a.calls??[]])e.nodes.has(r)||y(e,{scope:n,node:r},t)}}function g(e,n,r,i){let a=[],o=[...n];for(let n=o.pop();n!==void 0;n=o.pop()){let s=e.node(t(n));if(!(s===void 0||i.has(s))){i.add(s),a.push(s);for(let e of s.inputs)r!==null&&r(e)||o.push(e)}}return a}function _(e){let r=new Set([...e].map(t));return t=>t.startsWith(`^`)?r.has(t.slice(1)):e.has(n(t))}function v(e){let{gradients:t,interchangeable:n}=e.scopes,r=/* @__PURE__ */ new Set,i=0;for(let a=0;a<e.queue.length;a++){let{name:o,scope:s,step:c}=e.queue[a];for(let t of s.nodes)y(e,{scope:s,node:t},c);let l=n.get(o);if(l!==void 0&&!r.has(l))for(let t of l)b(e,t,c.parent??c);for(l!==void 0&&r.add(l);e.differentiates&&i<=a;i++){let n=e.queue[i];b(e,t.get(n.name)??``,n.step)}}}function y(e,t,n){t.scope.definition===null&&e.nodes.set(t.node,n),t.node.op===`SymbolicGradient`&&(e.differentiates=!0);for(let r of m(t.node,e.scopes)){let i=e.callers.get(r);i===void 0?e.callers.set(r,[t]):i.push(t),b(e,r,n)}}function b(e,t,n){let r=e.scopes.functions.get(t);if(r===void 0||e.functions.has(t))return;let i={label:t,parent:n};e.functions.set(t,i),e.queue.push({name:t,scope:r,step:i})}function*ie({nodes:e,functions:t},n){for(let[t,r]of e)yield{scope:n.main,node:t,step:r};for(let[e,r]of t){let t=n.functions.get(e);for(let e of t?.nodes??[])t!==void 0&&(yield{scope:t,node:e,step:r})}}function ae(e){return{main:x(null,e),functions:new Map(e.functions.map(e=>[e.name,x(e,e)])),gradients:e.gradients,interchangeable:oe(e.functions)}}function x(t,n){let r=e(()=>new Map(n.nodes.map(e=>[e.name,e])));return{definition:t,get nodes(){return n.nodes},node:e=>r().get(e)}}function oe(e){let t=[...Map.groupBy(e.filter(({attributeNames:e})=>e.includes(`api_implements`)),se).values()].map(e=>e.map(({name:e})=>e));return new Map(t.flatMap(e=>e.map(t=>[t,e])))}function se(e){let t=e.attribute(`api_implements`);return t?.kind===`string`?new TextDecoder(`latin1`).decode(t.value):``}function ce(e,t,n){let r=ae(e),i=e=>t.filter(({phase:t})=>t===e),o=e=>re(r,e,i(e));return{feeds:a(e),scopes:r,reached:{serve:o(`serve`),initialise:o(`initialise`),restore:o(`restore`),save:o(`save`)},budget:n}}const le=[`serve`,`initialise`,`restore`,`save`],S=`__saved_model_init_op`,C=/* @__PURE__ */ new Set;function w(e){return[...T(e),...E(e),...D(e)]}function T({signatures:e}){return e.filter(({name:e})=>e!==S).map(({name:e,inputs:t,outputs:r})=>({phase:`serve`,label:e,targets:r.flatMap(({tensors:e})=>e),fed:new Set(t.flatMap(({tensors:e})=>e.map(n)))}))}function E({initialisers:e,signatures:t}){let n=t.filter(({name:e})=>e===S).flatMap(({outputs:e})=>e);return[.../* @__PURE__ */ new Set([...e,...n.flatMap(({tensors:e})=>e)])].map(e=>({phase:`initialise`,label:`(initialiser) ${e}`,targets:[e],fed:C}))}function D({saver:e}){return e===null?[]:[{phase:`restore`,label:`(restore at load)`,targets:[e.restoreOperator],fed:C},{phase:`save`,label:`(save)`,targets:[e.saveTensor],fed:C}]}const O=([e])=>[e],k=([,e])=>[e],A=e=>e,j=([,...e])=>e,M=new Map([...L(`Identity RefIdentity StopGradient PreventGradient Snapshot GuaranteeConst DeepCopy EnsureShape Reshape Squeeze
    ExpandDims StridedSlice Slice Gather GatherV2 GatherNd Tile BroadcastTo Unpack SplitV Enter RefEnter Exit RefExit
    NextIteration RefNextIteration Switch RefSwitch _SwitchN PlaceholderWithDefault Copy CopyHost DebugGradientIdentity
    Assign`,O),...L(`Split Fill`,k),...L(`Pack Merge RefMerge ParallelConcat`,A),...L(`Concat Select SelectV2 RefSelect`,j),[`ConcatV2`,e=>e.slice(0,-1)],[`IdentityN`,(e,t)=>[e[t]]]]),N=/* @__PURE__ */ new Set([``,`/`,`_`,`-`]);function P(e,t){let n=M.get(e.op)?.(I(e),t);return n===void 0||n.length===0?null:n.map(e=>e??``)}function F(e){if(e.op===`ShardedFilename`||e.op===`ShardedFilespec`)return I(e).slice(0,1);if(e.op!==`StringJoin`)return null;let t=e.attribute(`separator`),n=t?.kind===`string`?new TextDecoder().decode(t.value):``;return t!==void 0&&t.kind!==`string`||!N.has(n)?null:I(e)}function I(e){return e.inputs.filter(e=>!e.startsWith(`^`))}function L(e,t){return e.split(/\s+/).map(e=>[e,t])}function R({role:e},t){return{kind:`computed`,operator:t,role:e}}const z=/* @__PURE__ */ new Map([[`PartitionedCall`,0],[`StatefulPartitionedCall`,0],[`TPUPartitionedCall`,0],[`BatchFunction`,0],[`XlaLaunch`,0],[`SymbolicGradient`,0],[`If`,1],[`StatelessIf`,1],[`_If`,1],[`Case`,1],[`StatelessCase`,1]]),ue=new Set([...z.keys()].filter(e=>!/Batch|Symbolic/.test(e))),B=/* @__PURE__ */ new Set([`While`,`StatelessWhile`,`_While`]);function V(e,n){let{definition:r}=n.scope,i=r?.inputs.findIndex(({name:e})=>e===t(n.tensor))??-1;if(r===null||i<0)return null;let a=e.reached[n.phase].callers.get(r.name)??[];return a.length===0||!q(r.inputs,i)?[R(n,`an unknown caller`)]:a.flatMap(t=>U(e,{site:t,definition:r,index:i},n))}function H(e,t,n){let i=e.scopes.functions.get(n.op);if(i?.definition)return[K({...t,scope:i},de(i.definition,t))];let a=r(t.tensor);return B.has(n.op)?[{...t,tensor:I(n)[a]??``},...W(e,{node:n,output:a},t)]:ue.has(n.op)?m(n,e.scopes).map(n=>G(e,{name:n,output:a},t)):null}function U(e,{site:t,definition:n,index:r},i){let{node:a,scope:o}=t,s=I(a),c=a.op===n.name?0:z.get(a.op);return c===void 0?B.has(a.op)?[{...i,scope:o,tensor:s[r]??``},...W(e,{node:a,output:r},i)]:[R(i,a.op)]:[{...i,scope:o,tensor:s[r+c]??``}]}function W(e,{node:t,output:n},r){let i=t.attribute(`body`);return i?.kind===`function`?[G(e,{name:i.value.name,output:n},r)]:[R(r,t.op)]}function G(e,{name:t,output:n},r){let i=e.scopes.functions.get(t);return i===void 0?R(r,t):K({...r,scope:i},n)}function K(e,t){let{definition:n}=e.scope,r=n?.outputs[t],i=r===void 0?void 0:n?.returns.get(r.name),a=n!==null&&q(n.outputs,t);return i===void 0||!a?R(e,n?.name??``):{...e,tensor:i}}function de(e,{tensor:t}){let n=i(t);return n===null?r(t):e.outputs.findIndex(e=>e.name===n)}function q(e,t){return e.slice(0,t+1).every(({numberAttribute:e,typeListAttribute:t})=>!e&&!t)}function fe(e,t){let n=e.attribute(`value`);if(n?.kind!==`tensor`||n.value.dtype!==`string`)return null;let{content:r,strings:i}=n.value;if(r!==null&&r.length>0||i.length>t)return null;let a=new Set(i.map(e=>new TextDecoder().decode(e)));return a.size===0?[``]:[...a]}const J=1e4;function Y(e,t,n){let r=[],i=[t],a=/* @__PURE__ */ new Set;for(let o=i.pop();o!==void 0;o=i.pop()){let s=`kind`in o?[]:X(o,a)?pe(e,o,n):[];if(`kind`in o&&r.push(o),e.budget.steps-=1+s.length,e.budget.steps<0||s.length>J||r.length>J)return[R(t,`more than can be followed`)];i.push(...s)}return r}function X({phase:e,scope:t,tensor:n,role:r},i){let a=i.size;return i.add(JSON.stringify([e,t.definition?.name??null,n,r])).size>a}function pe(e,n,r){let i=o(e.feeds,n);if(i!==null)return i;let a=n.scope.node(t(n.tensor));return a===void 0?V(e,n)??[R(n,`a missing node`)]:H(e,n,a)??ge(e,{spot:n,node:a},r)??he(n,a)??me(n,a)??[R(n,a.op)]}function me(e,t){return t.op===`Const`?(e.role===`variable`?null:fe(t,J))?.map(t=>({kind:`constant`,text:t,role:e.role}))??null:P(t,r(e.tensor))?.map(t=>({...e,tensor:t}))??null}function he(e,t){if(e.role===`variable`)return null;let[n,...r]=F(t)??[];if(n===void 0)return null;let i=r.map(t=>({...e,tensor:t,role:`suffix`})),a={kind:`constant`,text:``,role:`suffix`};return[{...e,tensor:n},...i,a]}function ge(e,{spot:t,node:n},r){if(Z.has(n.op)){let i=Q(n);return t.role===`variable`?[{kind:`variable`,name:i,role:`variable`}]:n.op===`VarHandleOp`?null:$(r(e,i),t.role)}return n.op!==`ReadVariableOp`||t.role===`variable`?null:Y(e,{...t,tensor:I(n)[0]??``,role:`variable`},r).flatMap(i=>i.kind===`variable`?$(r(e,i.name),t.role):[R(t,n.op)])}const Z=/* @__PURE__ */ new Set([`VarHandleOp`,`VariableV2`,`Variable`,`TemporaryVariable`]);function Q(e){let t=e.attribute(e.op===`TemporaryVariable`?`var_name`:`shared_name`),n=t?.kind===`string`?new TextDecoder().decode(t.value):``;return n===``||n===`cd2c89b7-88b7-44c8-ad83-06c2a9158347`?e.name:n}function $(e,t){return e.map(e=>({...e,role:t}))}export{I as a,ce as c,t as d,r as f,R as i,ie as l,Y as n,le as o,Q as r,w as s,Z as t,d as u};