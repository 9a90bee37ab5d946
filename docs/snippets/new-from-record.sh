npx motcua new --from record.json --template consult --yes
