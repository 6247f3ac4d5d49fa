"""Makes the models of `npm run bench -- native`: python native_models.py FOLDER, as embedded_models.py does."""

import sys

import embedded_models as models

models.main(
    sys.argv[1],
    {
        models.mlp: [1, 1024],
        models.cnn: [1, 1024],
        models.text: [1, 1024],
        models.large: [1],
    },
)
