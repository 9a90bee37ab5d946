npx motcua check
