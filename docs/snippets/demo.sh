npx motcua demo --procedure 9.900001
