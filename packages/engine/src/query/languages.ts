import type { QueryLanguageName } from "../definition/definition.ts";
import { jsonataLanguage } from "./jsonata-language.ts";
import { jsonpathLanguage } from "./jsonpath-language.ts";
import type { QueryLanguage } from "./query-language.ts";

/** The two languages of the Amazon States Language. */
export const LANGUAGES: Readonly<Record<QueryLanguageName, QueryLanguage>> = { JSONata: jsonataLanguage, JSONPath: jsonpathLanguage };
