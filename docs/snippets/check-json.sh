npx motcua check --format json
