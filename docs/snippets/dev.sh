npx motcua dev --province vinh-long
