npx motcua preview 9.900001
