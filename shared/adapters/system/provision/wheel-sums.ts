/**
 * SHA-256, bytes and name of every wheel that `setup` may fetch, and of what is taken out of TensorFlow's own, as the
 * package index delivered them. A block names the versions of TensorFlow that its wheels are for; TensorFlow before
 * 2.14 does not look for CUDA beside itself, so it has none. .github/docs/native.md says how to add one.
 */
export const WHEEL_SUMS = `
tensorflow-cpu 2.21.0
  2b847d217b02ee7731ed91431daf3250daa0196c3c94614d23be27232e6e5b6c  273829956 tensorflow_cpu-2.21.0-cp311-cp311-manylinux_2_27_x86_64.whl
  6505a4b9657e62100c6bdacb683957a395cb047725042945aaa50e40a71e429e  788086608 tensorflow/libtensorflow_cc.so.2
  f060b323b26ef80add21b9df9428de3aeaf2843d772c5bb098745f7abff3709b   65222328 tensorflow/libtensorflow_framework.so.2
tensorflow-cpu 2.20.0
  cf756bbe2d256e942ab5d0ad2c858fb40017581494febdb4387c149b1afde780  258876263 tensorflow_cpu-2.20.0-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl
  b5fd7ea6fe0f0a15ef1d08e72066b5cf1bad57feed14616efd26f8b4a7d3e375  720028784 tensorflow/libtensorflow_cc.so.2
  90ff47639b9ca14ad097adbeba9e2f84528b7d5ea9ab49b1f7b568d39e2ed15a   59456528 tensorflow/libtensorflow_framework.so.2
tensorflow-cpu 2.19.1
  0b6d72bd09c267e7573757bd309f5b1e2cdb02577339991da751f3a1411e4dae  251795484 tensorflow_cpu-2.19.1-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl
  0855f3bb8aa9eb1491d3aa68cea51ef555533feec8d048e80f18f4c88166f955  686113096 tensorflow/libtensorflow_cc.so.2
  387ee3a509d75e6459d39ccad1894e108ef3dcc2b7224fab16963a366eadf14a   61430936 tensorflow/libtensorflow_framework.so.2
tensorflow-cpu 2.18.1
  810c75d7149d2da0cb2092187817b0dcabb80728ca9f9cf3a61f3f42fadd1298  230236181 tensorflow_cpu-2.18.1-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl
  2f274b53cb45231acf63aa4a60d2e9417e18d3f6c5237d0eb113948e851bd425  632665032 tensorflow/libtensorflow_cc.so.2
  c8dbe0f4a072f239418f513d87d0bfddb9f403b7fc93a3d11d17d6e99db26a83   49904616 tensorflow/libtensorflow_framework.so.2
tensorflow-cpu 2.17.1
  4935d35d15924602605c839cb6cd5a578f89f626d8736f62065fe3a089b63b6f  221239512 tensorflow_cpu-2.17.1-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl
  104bf39aca62ecd0b059ef59b97d70965db9fdccabbc667c9ae38faeacefaf38  595547296 tensorflow/libtensorflow_cc.so.2
  ab941bd6cf1000c1938be32a57e55d69091724db47ae47f5c399656f67883307   49535528 tensorflow/libtensorflow_framework.so.2
tensorflow-cpu 2.16.2
  c855cb6bf05d32dd5928086b03a5f6b4189b63c22b95e017703cbee4291023ca  214055683 tensorflow_cpu-2.16.2-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl
  ad2b61ad4fce16fb22bb1fcd113d97adfb5906ee06621c9003c8e2189f2de52a  582170592 tensorflow/libtensorflow_cc.so.2
  d678cefd32d163e8c6705821814dd896f6e6027a733b14293bf1b516f3e0fd53   49378880 tensorflow/libtensorflow_framework.so.2
tensorflow-cpu 2.15.1
  54660c074d7241a503e81edfd9f5ef5af88f64051b72e2945f26318c790f2d26  207208420 tensorflow_cpu-2.15.1-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl
  26c52413c74ae9495f742c93b87fcb515c9010627f3feb5ad29b65dff901a2ee  564733624 tensorflow/libtensorflow_cc.so.2
  1ed1f34811d338f934cb01155be51963f7a8ef4155cd201d0fba34b27425fc6b   49042544 tensorflow/libtensorflow_framework.so.2
tensorflow-cpu 2.14.1
  7f9d705b4d57acc5835de9d926515a70535e3a178a89ad59f0d380503b69f705  198258937 tensorflow_cpu-2.14.1-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl
  81c9faec060c9a7645e987de6fc38d94b574d19fbe42d4633b947507ea86cf3e  548532368 tensorflow/libtensorflow_cc.so.2
  a3510ada0506353679205e06b0b74cbe95f84f24540a24a61b18d384eb6566a5   45493472 tensorflow/libtensorflow_framework.so.2
tensorflow-cpu 2.13.1
  87be6e61314b2c0fa062f71e26e41d6a17e162ffe4da72c820fe8f1fc94d97fe  186594601 tensorflow_cpu-2.13.1-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl
  c73a13d68637302841ff4f4cad74a5f0c47d367432671a8ac64311acebaf9089  516698128 tensorflow/libtensorflow_cc.so.2
  a3891f913794521cbf2ccee52545da1af6f00523a1042ff7a7947274f8cf7537   44078920 tensorflow/libtensorflow_framework.so.2
tensorflow-cpu 2.12.1
  7ffb595707a8fb376deaddc768784c7a0242b16cbc6e06393b1733b2ce19f855  231826663 tensorflow_cpu-2.12.1-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl
  bb9d6a7c1ea5f7bd1b91db36272d281515d8b3f8a7f40d7233eb39a9d98a4c5b  532075432 tensorflow/libtensorflow_cc.so.2
  6313068adb101b8805221c224fdfe66b3a10bc9d044139aa1c7ea305b8b9f0b4   45500536 tensorflow/libtensorflow_framework.so.2
tensorflow 2.21.0
  9056fbc9ba04235810b71ae6cbd958a196e8804fb53bbcffbf3e23b56155f124  572440367 tensorflow-2.21.0-cp311-cp311-manylinux_2_27_x86_64.whl
  2889ecc99d7641620f41a4bea538f4dd4b626f75aa3e12623161ae939054191c 1096372272 tensorflow/libtensorflow_cc.so.2
  98847c6f0448308159f6d3ff55e13a9e92978598c7fbb34cde63aadf35c6fe84  162648808 tensorflow/libtensorflow_framework.so.2
tensorflow 2.20.0
  481499fd0f824583de8945be61d5e827898cdaa4f5ea1bc2cc28ca2ccff8229e  620570129 tensorflow-2.20.0-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl
  21affb58d89c44b7471d83cbaa4284a00342005b9180053b13095693ab0436d5 1019373072 tensorflow/libtensorflow_cc.so.2
  b03dd68841873ae161e5d4f9e32326233e39924e962199efad3e86277cbac544  253554992 tensorflow/libtensorflow_framework.so.2
tensorflow 2.19.1
  8e5524eb492160576e5eeea9bb472ddc653123503f2290f83123d5ac9545750e  644896980 tensorflow-2.19.1-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl
  d9608728c20b38b5f4052cfa2cc5a5a0cf074c4194a496f161f8b23ec375c46d 1180397584 tensorflow/libtensorflow_cc.so.2
  4c381f42bc75e58d394867501cb7928c0aaaee1d80988a1e03090a09c71460a2  164303592 tensorflow/libtensorflow_framework.so.2
tensorflow 2.18.1
  c9f87e5d2a680a4595f5dc30daf6bbaec9d4129b46d7ef1b2af63c46ac7d2828  615510377 tensorflow-2.18.1-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl
  f0274f371a2da3bfbab6423bfd60cd014f489ed4ac73132cc5ca731f68ed3667 1099333232 tensorflow/libtensorflow_cc.so.2
  ca67fab9244cffd692ac292b18f75c0d34a0441a8f0e33a6dc113b1ee522622f  152421216 tensorflow/libtensorflow_framework.so.2
tensorflow 2.17.1
  68841e17e573301d8ba9192f929b8096b0b341567cb81414096305c723de68d0  601300475 tensorflow-2.17.1-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl
  b1d2c699309f19c26bf9df2e096593d2c449f22d40574ead24ae64edacbf06d8 1036746632 tensorflow/libtensorflow_cc.so.2
  37bd3adf0fde422fec6f21bd0ed428b6ab2569cc8f1d7ca241d8193596fd3983  139917176 tensorflow/libtensorflow_framework.so.2
tensorflow 2.16.2
  d8798dea8e2281b4a0b569d9c00e7949c0090509be363da271e1ef21828bffae  590660880 tensorflow-2.16.2-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl
  9e5c94f95ef6461c28ec9707ad304cea3e6a6eaaaa4a86c7639debbdd917785d 1011466896 tensorflow/libtensorflow_cc.so.2
  c8a077c734230b6ca771d343cdb943d532b04fe776ecabfa24d59c57d1ce54ad  138586760 tensorflow/libtensorflow_framework.so.2
tensorflow 2.15.1
  bb0edd69103c154245c5f209f0507355cc68ba7e4de350084bc31edc562478e4  475258663 tensorflow-2.15.1-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl
  34933a8c41a75350a97a8413317b6e3b45c1283b42fdf35d8cea3b1989a6e55f  977852928 tensorflow/libtensorflow_cc.so.2
  9380e083ba64c8cda91a5e09cc0662d29c8722b69c535df13ca565c2ebfd3026   51968272 tensorflow/libtensorflow_framework.so.2
tensorflow 2.14.1
  c9aa05a98450fa5bc4efd529383b7d15c10ec12b0238a6744baa1508c4bfa4d5  489904758 tensorflow-2.14.1-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl
  789f93683baf79fbba295f5ccd4ab90e42c61fd9e04b83703abc9ace74bedff8  995467456 tensorflow/libtensorflow_cc.so.2
  1cb36c0f1709816e6818f5cfbb2d0447e432740ad572b9b663f556fc7b394a6b   49462392 tensorflow/libtensorflow_framework.so.2
tensorflow 2.13.1
  c2f109daa5d0cbabb3df5fdebcde0ca895d891e18d03e08cb6742c96a6be7012  479708939 tensorflow-2.13.1-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl
  1c00cefaee50f6a3981acc65e75c9a2c4bc9a2b063a59cc09b93979ee4858596  969149696 tensorflow/libtensorflow_cc.so.2
  0ab5e70b8eb14e9c3c4a2bf9cde446f50da6a38b9b232412147aed0e1b9874e7   47131256 tensorflow/libtensorflow_framework.so.2
tensorflow 2.12.1
  857a1e331cc34f399236642dbf4ac8f3ca4f36e2df04e45516819db1b3c827c1  585929032 tensorflow-2.12.1-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl
  d11fb68265a6a13ed956ede3561db3c3f8361ab775d0f86fb4ece133bd78970b 1063376752 tensorflow/libtensorflow_cc.so.2
  0181da92bcc5f22b547c25e75b41c9a749e0f73ce892a9fa48a7d173923d3e02   48468640 tensorflow/libtensorflow_framework.so.2
cuda 2.20.0 2.21.0
  ca070ad70e9fa6654084575d01bd001f30cc4665e33d4bb9fc8e0f321caa034b  363313169 nvidia_cublas_cu12-12.5.3.2-py3-none-manylinux2014_x86_64.whl
  bde77a5feb66752ec61db2adfe47f56b941842825b4c7e2068aff27c9d107953   13811507 nvidia_cuda_cupti_cu12-12.5.82-py3-none-manylinux2014_x86_64.whl
  b03e545b8e8c3ce7ebcd7fc44063180ff52ff01d064ece2127ed90a04ef12cd0   22468537 nvidia_cuda_nvcc_cu12-12.5.82-py3-none-manylinux2014_x86_64.whl
  3dbd97b0104b4bfbc3c4f8c79cd2496307c89c43c29a9f83125f1d76296ff3fd   24873108 nvidia_cuda_nvrtc_cu12-12.5.82-py3-none-manylinux2014_x86_64.whl
  3e79a060e126df40fd3a068f3f787eb000fa51b251ec6cd97d09579632687115     895707 nvidia_cuda_runtime_cu12-12.5.82-py3-none-manylinux2014_x86_64.whl
  9ad9c6929ebb5295eb4a1728024666d1c88283373e265a0c5c883e6f9d5cd76d  577163502 nvidia_cudnn_cu12-9.3.0.75-py3-none-manylinux2014_x86_64.whl
  9a6e8df162585750f61983a638104a48c756aa13f9f48e19ab079b38e3c828b8  192524114 nvidia_cufft_cu12-11.2.3.61-py3-none-manylinux2014_x86_64.whl
  2823fb27de4e44dbb22394a6adf53aa6e1b013aca0f8c22867d1cfae58405536   56309107 nvidia_curand_cu12-10.3.6.82-py3-none-manylinux2014_x86_64.whl
  93cfafacde4428b71778eeb092ec615a02a3d05404da1bcf91c53e3fa1bce42b  130341232 nvidia_cusolver_cu12-11.6.3.83-py3-none-manylinux2014_x86_64.whl
  016df8e993c437e8301e62739f01775cba988fd5253cd4c64173f8e8d2f8e752  217558979 nvidia_cusparse_cu12-12.5.1.3-py3-none-manylinux2014_x86_64.whl
  de5ba5562f08029a19cb1cd659404b18411ed0d6c90ac5f52f30bf99ad5809aa  322546339 nvidia_nccl_cu12-2.27.7-py3-none-manylinux2014_x86_64.manylinux_2_17_x86_64.whl
  f9b37bc5c8cf7509665cb6ada5aaa0ce65618f2332b7d3e78e9790511f111212   21298879 nvidia_nvjitlink_cu12-12.5.82-py3-none-manylinux2014_x86_64.whl
cuda 2.19.1
  ca070ad70e9fa6654084575d01bd001f30cc4665e33d4bb9fc8e0f321caa034b  363313169 nvidia_cublas_cu12-12.5.3.2-py3-none-manylinux2014_x86_64.whl
  bde77a5feb66752ec61db2adfe47f56b941842825b4c7e2068aff27c9d107953   13811507 nvidia_cuda_cupti_cu12-12.5.82-py3-none-manylinux2014_x86_64.whl
  b03e545b8e8c3ce7ebcd7fc44063180ff52ff01d064ece2127ed90a04ef12cd0   22468537 nvidia_cuda_nvcc_cu12-12.5.82-py3-none-manylinux2014_x86_64.whl
  3dbd97b0104b4bfbc3c4f8c79cd2496307c89c43c29a9f83125f1d76296ff3fd   24873108 nvidia_cuda_nvrtc_cu12-12.5.82-py3-none-manylinux2014_x86_64.whl
  3e79a060e126df40fd3a068f3f787eb000fa51b251ec6cd97d09579632687115     895707 nvidia_cuda_runtime_cu12-12.5.82-py3-none-manylinux2014_x86_64.whl
  9ad9c6929ebb5295eb4a1728024666d1c88283373e265a0c5c883e6f9d5cd76d  577163502 nvidia_cudnn_cu12-9.3.0.75-py3-none-manylinux2014_x86_64.whl
  9a6e8df162585750f61983a638104a48c756aa13f9f48e19ab079b38e3c828b8  192524114 nvidia_cufft_cu12-11.2.3.61-py3-none-manylinux2014_x86_64.whl
  2823fb27de4e44dbb22394a6adf53aa6e1b013aca0f8c22867d1cfae58405536   56309107 nvidia_curand_cu12-10.3.6.82-py3-none-manylinux2014_x86_64.whl
  93cfafacde4428b71778eeb092ec615a02a3d05404da1bcf91c53e3fa1bce42b  130341232 nvidia_cusolver_cu12-11.6.3.83-py3-none-manylinux2014_x86_64.whl
  016df8e993c437e8301e62739f01775cba988fd5253cd4c64173f8e8d2f8e752  217558979 nvidia_cusparse_cu12-12.5.1.3-py3-none-manylinux2014_x86_64.whl
  b097258d9aab2fa9f686e33c6fe40ae57b27df60cedbd15d139701bb5509e0c1  198954603 nvidia_nccl_cu12-2.23.4-py3-none-manylinux2014_x86_64.whl
  f9b37bc5c8cf7509665cb6ada5aaa0ce65618f2332b7d3e78e9790511f111212   21298879 nvidia_nvjitlink_cu12-12.5.82-py3-none-manylinux2014_x86_64.whl
cuda 2.18.1
  ca070ad70e9fa6654084575d01bd001f30cc4665e33d4bb9fc8e0f321caa034b  363313169 nvidia_cublas_cu12-12.5.3.2-py3-none-manylinux2014_x86_64.whl
  bde77a5feb66752ec61db2adfe47f56b941842825b4c7e2068aff27c9d107953   13811507 nvidia_cuda_cupti_cu12-12.5.82-py3-none-manylinux2014_x86_64.whl
  b03e545b8e8c3ce7ebcd7fc44063180ff52ff01d064ece2127ed90a04ef12cd0   22468537 nvidia_cuda_nvcc_cu12-12.5.82-py3-none-manylinux2014_x86_64.whl
  3dbd97b0104b4bfbc3c4f8c79cd2496307c89c43c29a9f83125f1d76296ff3fd   24873108 nvidia_cuda_nvrtc_cu12-12.5.82-py3-none-manylinux2014_x86_64.whl
  3e79a060e126df40fd3a068f3f787eb000fa51b251ec6cd97d09579632687115     895707 nvidia_cuda_runtime_cu12-12.5.82-py3-none-manylinux2014_x86_64.whl
  9ad9c6929ebb5295eb4a1728024666d1c88283373e265a0c5c883e6f9d5cd76d  577163502 nvidia_cudnn_cu12-9.3.0.75-py3-none-manylinux2014_x86_64.whl
  9a6e8df162585750f61983a638104a48c756aa13f9f48e19ab079b38e3c828b8  192524114 nvidia_cufft_cu12-11.2.3.61-py3-none-manylinux2014_x86_64.whl
  2823fb27de4e44dbb22394a6adf53aa6e1b013aca0f8c22867d1cfae58405536   56309107 nvidia_curand_cu12-10.3.6.82-py3-none-manylinux2014_x86_64.whl
  93cfafacde4428b71778eeb092ec615a02a3d05404da1bcf91c53e3fa1bce42b  130341232 nvidia_cusolver_cu12-11.6.3.83-py3-none-manylinux2014_x86_64.whl
  016df8e993c437e8301e62739f01775cba988fd5253cd4c64173f8e8d2f8e752  217558979 nvidia_cusparse_cu12-12.5.1.3-py3-none-manylinux2014_x86_64.whl
  8579076d30a8c24988834445f8d633c697d42397e92ffc3f63fa26766d25e0a0  188654414 nvidia_nccl_cu12-2.21.5-py3-none-manylinux2014_x86_64.whl
  f9b37bc5c8cf7509665cb6ada5aaa0ce65618f2332b7d3e78e9790511f111212   21298879 nvidia_nvjitlink_cu12-12.5.82-py3-none-manylinux2014_x86_64.whl
cuda 2.16.2 2.17.1
  9b25b27bd5a5be1cc7e83a7b8004258daa338800798e22986e5b67ee06f0859d  412581912 nvidia_cublas_cu12-12.3.4.1-py3-none-manylinux1_x86_64.whl
  7b984288af7db1faa1e6f1803db075d4350116b72a98d4be0e88d604dc812c0e   13978802 nvidia_cuda_cupti_cu12-12.3.101-py3-none-manylinux1_x86_64.whl
  a3344b94f5e89023fa17e0bbf8fb0dd26d5ef6f4091a5aab08f215e4999eac62   21955316 nvidia_cuda_nvcc_cu12-12.3.107-py3-none-manylinux1_x86_64.whl
  4db66788a37a234304a0b3203744f9a6c665f48bde65f69a096ae3b5799b5b1d   24875439 nvidia_cuda_nvrtc_cu12-12.3.107-py3-none-manylinux1_x86_64.whl
  04604679ddca6acb96c76a7a9306282cddc16981f92e148e2dfe227078883cda     867700 nvidia_cuda_runtime_cu12-12.3.101-py3-none-manylinux1_x86_64.whl
  adf4f59ed7a1341103822ed8df6e144f4d47ea8b10d9bf0ea0047ba738fd7b02  704741186 nvidia_cudnn_cu12-8.9.7.29-py3-none-manylinux1_x86_64.whl
  3b2c85d24d7dcc578720fdf39e2823950b5857e85164c3c1dc97184a8a8e0398   98790531 nvidia_cufft_cu12-11.0.12.1-py3-none-manylinux1_x86_64.whl
  d798db82ae445cf1d8bf6af9ca3bd6bb6cc87753c229a441cf8d2597b09332e5   56330780 nvidia_curand_cu12-10.3.4.107-py3-none-manylinux1_x86_64.whl
  783a3279553feaf8e47af12cab1fa769ffd5e644ea876db3dc2252f35f9bf256  125182212 nvidia_cusolver_cu12-11.5.4.101-py3-none-manylinux1_x86_64.whl
  fe9e17daf406c98c28fbc8bcf785ecd4db301bf02ce626de6aa1046de66f84bd  197492558 nvidia_cusparse_cu12-12.2.0.103-py3-none-manylinux1_x86_64.whl
  a9734707a2c96443331c1e48c717024aa6678a0e2a4cb66b2c364d18cee6b48d  165987969 nvidia_nccl_cu12-2.19.3-py3-none-manylinux1_x86_64.whl
  64335a8088e2b9d196ae8665430bc6a2b7e6ef2eb877a9c735c804bd4ff6467c   20544772 nvidia_nvjitlink_cu12-12.3.101-py3-none-manylinux1_x86_64.whl
cuda 2.15.1
  f448d8db463f9a2c7dd9a1e607c0961d3e95f825b86839c5882f7d073d406df0  417825305 nvidia_cublas_cu12-12.2.5.6-py3-none-manylinux1_x86_64.whl
  ce68d1009dd14215e38ed49643d31374c71d6fea381181cb0b9da7f19dfd1624   13900552 nvidia_cuda_cupti_cu12-12.2.142-py3-none-manylinux1_x86_64.whl
  c6ff4ae7a636eb6cab7621191e19ac3779690686bbcf52c04d8b1ca2944e1e27   21319729 nvidia_cuda_nvcc_cu12-12.2.140-py3-none-manylinux1_x86_64.whl
  b1cdcae6443cb7cdcfb5d1bf51896a148c9f82f9e65b27db9ab095eaed689aa7   23430053 nvidia_cuda_nvrtc_cu12-12.2.140-py3-none-manylinux1_x86_64.whl
  acb9cb7e44594a3512533497ea790d9f0b0e399abcc888584c157d1ffa080e41     845802 nvidia_cuda_runtime_cu12-12.2.140-py3-none-manylinux1_x86_64.whl
  9f882d5b11753c566fd32427839089eb4f8ba7a58c28446ad359e32c40229723  720096787 nvidia_cudnn_cu12-8.9.4.25-py3-none-manylinux1_x86_64.whl
  72e961e578f9be9e316ccb4db8652c421dd0b57442624faa71061d452f449a67   98570970 nvidia_cufft_cu12-11.0.8.103-py3-none-manylinux1_x86_64.whl
  7b6bad6817b5df2a6f5ec221206fb895d9195fdd7d2443f3e86554108c141a0a   56463566 nvidia_curand_cu12-10.3.3.141-py3-none-manylinux1_x86_64.whl
  5a85c4653ce34339a5688137f494a0f903e0f0532418550998167f00844161da  124890758 nvidia_cusolver_cu12-11.5.2.141-py3-none-manylinux1_x86_64.whl
  4e13d6a51d2303dcb2a023ba09546811161f0334fc64e13689397bbd3b1eb126  195268625 nvidia_cusparse_cu12-12.1.2.141-py3-none-manylinux1_x86_64.whl
  84695a4248138fb2ca12f5fd3defe986e790e71ccdaad51b2ca34ca4e83ef421  188657797 nvidia_nccl_cu12-2.16.5-py3-none-manylinux1_x86_64.whl
  95635cafbf9f96c38bea5200ab145a2e6aefbb5405e0b04c1e4ba54df2d84ec9   20177273 nvidia_nvjitlink_cu12-12.2.140-py3-none-manylinux1_x86_64.whl
cuda 2.14.1
  60252822adea5d0b10cd990a7dc7bedf7435f30ae40083c7a624a85a43225abc  417870460 nvidia_cublas_cu11-11.11.3.6-py3-none-manylinux2014_x86_64.whl
  4191a17913a706b5098681280cd089cd7d8d3df209a6f5cb79384974a96d24f2   13093662 nvidia_cuda_cupti_cu11-11.8.87-py3-none-manylinux2014_x86_64.whl
  f8e1e995166c884f2f5bf94975d7abb89175363b8712f7f81cd38d0df1b2cd85   19516527 nvidia_cuda_nvcc_cu11-11.8.89-py3-none-manylinux2014_x86_64.whl
  92d04069a987e1fbc9213f8376d265df0f7bb42617d44f5eda1f496acea7f2d1     875592 nvidia_cuda_runtime_cu11-11.8.89-py3-none-manylinux2014_x86_64.whl
  b3e062498fbbb1c1930435a6a454c1b41c903e1e65b7063bd2b4021e8285408e  728455279 nvidia_cudnn_cu11-8.7.0.84-py3-none-manylinux1_x86_64.whl
  e21037259995243cc370dd63c430d77ae9280bedb68d5b5a18226bfc92e5d748  168405419 nvidia_cufft_cu11-10.9.0.58-py3-none-manylinux2014_x86_64.whl
  cd4cffbf78bb06580206b4814d5dc696d1161c902aae37b2bba00056832379e6   58124497 nvidia_curand_cu11-10.3.0.86-py3-none-manylinux2014_x86_64.whl
  ea9fb1ad8c644ca9ed55af13cc39af3b7ba4c3eb5aef18471fe1fe77d94383cb  128246438 nvidia_cusolver_cu11-11.4.1.48-py3-none-manylinux2014_x86_64.whl
  8d7cf1628fd8d462b5d2ba6678fae34733a48ecb80495b9c68672ec6a6dde5ef  204126227 nvidia_cusparse_cu11-11.7.5.86-py3-none-manylinux2014_x86_64.whl
  948cc9a8c659fc6cc3456dd54844fe203519b82ae87e3e94b9818dd9d94deaad  210274065 nvidia_nccl_cu11-2.16.5-py3-none-manylinux1_x86_64.whl
`;
