import { isOperation } from "./operations.ts";

/** Every class that Keras 2 and 3 export for a model's configuration; whatever is missing here counts as foreign. */
const CLASSES: ReadonlySet<string> = new Set(
  `Activation ActivityRegularization AdaptiveAveragePooling1D AdaptiveAveragePooling2D AdaptiveAveragePooling3D
  AdaptiveMaxPooling1D AdaptiveMaxPooling2D AdaptiveMaxPooling3D Add AdditiveAttention AlphaDropout Attention AugMix
  AutoContrast Average AveragePooling1D AveragePooling2D AveragePooling3D AvgPool1D AvgPool2D AvgPool3D BatchNormalization
  BatchNormalizationV1 BatchNormalizationV2 SyncBatchNormalization Bidirectional CategoryEncoding CenterCrop Concatenate
  ContrastLimitedAdaptiveHistogramEqualization Conv1D Conv1DTranspose Conv2D Conv2DTranspose Conv3D Conv3DTranspose
  ConvLSTM1D ConvLSTM2D ConvLSTM2DCell ConvLSTM3D Convolution1D Convolution1DTranspose Convolution2D Convolution2DTranspose
  Convolution3D Convolution3DTranspose Cropping1D Cropping2D Cropping3D CuDNNGRU CuDNNLSTM CutMix Dense DenseFeatures
  DepthwiseConv1D DepthwiseConv2D Discretization Dot Dropout ELU EinsumDense Embedding Equalization Flatten GRU GRUCell
  GRUCellV1 GRUCellV2 GRUV1 GRUV2 GaussianDropout GaussianNoise GlobalAveragePooling1D GlobalAveragePooling2D
  GlobalAveragePooling3D GlobalAvgPool1D GlobalAvgPool2D GlobalAvgPool3D GlobalMaxPool1D GlobalMaxPool2D GlobalMaxPool3D
  GlobalMaxPooling1D GlobalMaxPooling2D GlobalMaxPooling3D GroupNormalization GroupQueryAttention GroupedQueryAttention
  HashedCrossing Hashing Identity InputLayer InputSpec IntegerLookup LSTM LSTMCell LSTMCellV1 LSTMCellV2 LSTMV1 LSTMV2 Layer
  LayerNormalization LeakyReLU LocallyConnected1D LocallyConnected2D Masking MaxNumBoundingBoxes MaxPool1D MaxPool2D
  MaxPool3D MaxPooling1D MaxPooling2D MaxPooling3D Maximum MelSpectrogram Minimum MixUp MultiHeadAttention Multiply
  Normalization PReLU Permute Pipeline RMSNormalization RNN RandAugment RandomApply RandomBrightness RandomChoice
  RandomColorDegeneration RandomColorJitter RandomContrast RandomCrop RandomElasticTransform RandomErasing RandomFlip
  RandomFourierFeatures RandomGaussianBlur RandomGrayscale RandomHeight RandomHue RandomInvert RandomPerspective
  RandomPosterization RandomRotation RandomSaturation RandomSharpness RandomShear RandomTranslation RandomWidth RandomZoom
  ReLU RepeatVector Rescaling Reshape Resizing ReversibleEmbedding STFTSpectrogram SeparableConv1D SeparableConv2D
  SeparableConvolution1D SeparableConvolution2D SimpleRNN SimpleRNNCell SlicingOpLambda ClassMethod InstanceMethod
  InstanceProperty Softmax Solarization SpatialDropout1D SpatialDropout2D SpatialDropout3D SpectralNormalization
  StackedRNNCells StringLookup Subtract TextVectorization ThresholdedReLU TimeDistributed UnitNormalization UpSampling1D
  UpSampling2D UpSampling3D Wrapper ZeroPadding1D ZeroPadding2D ZeroPadding3D RandomContrast ColumnTransformer
  Constant GlorotNormal GlorotUniform HeNormal HeUniform IdentityInitializer Initializer LecunNormal LecunUniform Ones
  Orthogonal OrthogonalInitializer RandomNormal RandomUniform STFT STFTInitializer TruncatedNormal VarianceScaling Zeros
  L1 L1L2 L2 OrthogonalRegularizer Regularizer Constraint MaxNorm MinMaxNorm NonNeg RadialConstraint UnitNorm
  Adadelta Adafactor Adagrad Adam AdamW Adamax Ftrl Lamb Lion LossScaleOptimizer LossScaleOptimizerV3 MultiOptimizer Muon
  Nadam Optimizer OptimizerMap RMSprop SGD ScheduleFreeAdamW CosineDecay CosineDecayRestarts ExponentialDecay
  InverseTimeDecay LearningRateSchedule PiecewiseConstantDecay PolynomialDecay DynamicLossScale FixedLossScale
  BinaryCrossentropy BinaryFocalCrossentropy CTC CategoricalCrossentropy CategoricalFocalCrossentropy
  CategoricalGeneralizedCrossEntropy CategoricalHinge Circle CosineSimilarity Dice Hinge Huber KLD KLDivergence LogCosh Loss
  LossFunctionWrapper MAE MAPE MSE MSLE MeanAbsoluteError MeanAbsolutePercentageError MeanSquaredError MeanSquaredLogarithmicError Poisson
  SparseCategoricalCrossentropy SquaredHinge Tversky AUC Accuracy BinaryAccuracy BinaryIoU CategoricalAccuracy
  ConcordanceCorrelation F1Score FBetaScore FalseNegatives FalsePositives IoU LogCoshError Mean MeanIoU MeanMetricWrapper
  MeanRelativeError MeanTensor Metric OneHotIoU OneHotMeanIoU PearsonCorrelation Precision PrecisionAtRecall R2Score Recall
  RecallAtPrecision RootMeanSquaredError SensitivityAtSpecificity SparseCategoricalAccuracy SparseTopKCategoricalAccuracy
  SpecificityAtSensitivity Sum TopKCategoricalAccuracy TrueNegatives TruePositives
  DTypePolicy DTypePolicyMap FloatDTypePolicy GPTQDTypePolicy AWQDTypePolicy Int4DTypePolicy QuantizedDTypePolicy
  QuantizedFloat8DTypePolicy Policy PolicyV1 AWQConfig AbsMaxQuantizer Float8QuantizationConfig GPTQConfig
  Int4QuantizationConfig Int8QuantizationConfig QuantizationConfig Quantizer SeedGenerator
  Functional Model Sequential LinearModel WideDeepModel SharpnessAwareMinimization
  Distiller DistillationLoss FeatureDistillation LogitsDistillation Function KerasTensor Variable
  FeatureSpace Feature Cross TFDConcat TFDIdentity TensorShape TypeSpec AutoCastVariable
  NumericColumn EmbeddingColumn IndicatorColumn BucketizedColumn VocabularyListCategoricalColumn
  HashedCategoricalColumn IdentityCategoricalColumn CrossedColumn SequenceCategoricalColumn SequenceNumericColumn
  __tuple__ __tensor__ __numpy__ __bytes__ __ellipsis__ __slice__ __keras_tensor__ __typespec__`.split(/\s+/),
);

const FUNCTIONS: ReadonlySet<string> = new Set(
  `celu elu exponential gelu glu hard_shrink hard_sigmoid hard_silu hard_swish hard_tanh leaky_relu linear log_sigmoid
  log_softmax mish relu relu6 selu sigmoid silu soft_shrink softmax softplus softsign sparse_plus sparse_sigmoid sparsemax
  squareplus swish tanh tanh_shrink threshold softmax_v2 leaky_relu_v2 gelu_v2
  binary_crossentropy binary_focal_crossentropy categorical_crossentropy categorical_focal_crossentropy
  categorical_generalized_cross_entropy categorical_hinge circle cosine cosine_proximity cosine_similarity ctc dice hinge
  huber huber_loss kl_divergence kld kullback_leibler_divergence log_cosh logcosh mae mape mean_absolute_error
  mean_absolute_percentage_error mean_squared_error mean_squared_logarithmic_error mse msle poisson
  sparse_categorical_crossentropy squared_hinge tversky accuracy binary_accuracy categorical_accuracy
  concordance_correlation pearson_correlation sparse_categorical_accuracy sparse_top_k_categorical_accuracy
  top_k_categorical_accuracy glorot_normal glorot_uniform he_normal he_uniform lecun_normal lecun_uniform l1 l2 l1_l2
  max_norm min_max_norm non_neg unit_norm`.split(/\s+/),
);

/** The package under whichever name it was installed, then a part of it that only holds parts of models. */
const PACKAGE =
  "(?:tf_keras|keras|tensorflow\\.keras|tensorflow\\.python\\.keras)(?:\\.src|\\.api(?:\\._v[12]\\.keras)?|\\._tf_keras\\.keras)*";
const PARTS =
  "layers|initializers|regularizers|constraints|optimizers|losses|metrics|dtype_policies|activations|quantizers|models|distillation|engine|random|mixed_precision|feature_column|premade|premade_models";
const MODULE = new RegExp(`^${PACKAGE}(?:\\.(?:${PARTS})(?:\\.[a-z0-9_]+){0,6})?$`);
const ONE_CLASS_MODULE = new RegExp(`^${PACKAGE}\\.(?:utils|saving)$`);
const OPERATIONS = new RegExp(
  `^${PACKAGE}\\.ops(?:\\.(?:numpy|nn|math|image|linalg|core|einops|operation|function))?$`,
);
const TYPES = /^tensorflow\.python\.(?:framework|data|ops)\.[a-z0-9_.]{1,80}$/;
/** Optimizers of TensorFlow 2.11 to 2.13 were registered under Keras' default package. */
const OWN_PACKAGES: ReadonlySet<string> = new Set(["keras", "Keras", "tf_keras", "Custom"]);

export function isBuiltInClass(module: string | null, name: string): boolean {
  if (module === null) return CLASSES.has(name) || isOperation(name);
  if (OPERATIONS.test(module)) return /^[A-Z][A-Za-z0-9]{0,60}$/.test(name);
  if (ONE_CLASS_MODULE.test(module)) return name === "FeatureSpace";
  return MODULE.test(module) && CLASSES.has(name);
}

export function isBuiltInFunction(module: string | null, name: string): boolean {
  if (module !== null && OPERATIONS.test(module)) return /^[a-z][a-z0-9_]{0,60}$/.test(name);
  return (module === null || module === "builtins" || MODULE.test(module)) && FUNCTIONS.has(name);
}

/** `Package>Class`, as `register_keras_serializable` writes it; null where there is no package. */
export function isOwnRegistration(registered: string): boolean {
  const [owner = "", name] = registered.split(">");
  return name === undefined ? CLASSES.has(owner) || FUNCTIONS.has(owner) : OWN_PACKAGES.has(owner) && CLASSES.has(name);
}

export const isTypeModule = (module: string): boolean => TYPES.test(module);
