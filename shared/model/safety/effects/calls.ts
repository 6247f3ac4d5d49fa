/** Operators that run functions of the library, which are followed and judged themselves. */
export const CALLS: Readonly<Record<string, string>> = {
  calls: `
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
  `,
};
