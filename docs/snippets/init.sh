npx motcua init ../thu-tuc-cua-toi
