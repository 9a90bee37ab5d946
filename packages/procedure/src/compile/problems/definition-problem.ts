import type { Problem } from "../../problem.ts";
import { type Language, type Text, textIn } from "../../text.ts";
import { type ParsedFile, type Spot, type SpotOf, spotOf, writtenPlace } from "../source/parsed-file.ts";
import { DEFINITION_PROBLEMS, type DefinitionProblemCode, type ProblemText } from "./definition-problems.ts";

/** What a problem of a definition is about. */
export interface DefinitionProblemRequest {
  readonly code: DefinitionProblemCode;
  readonly file: ParsedFile;
  /** JSON Pointer in the file. */
  readonly pointer: string;
  readonly spot?: SpotOf;
  /** Fills the `{…}` of the texts, in their language where it is a word of one. */
  readonly given?: Readonly<Record<string, string | Text>>;
  /** The name probably meant: the hint. */
  readonly near?: string | undefined;
}

/** A problem at a place of a parsed file, told where it was written. */
export function definitionProblem({ file, pointer, spot = "value", ...request }: DefinitionProblemRequest): Problem {
  const place = writtenPlace(file, pointer);
  return problemAt(spotOf(place.file, place.pointer, spot), { ...request, pointer: place.pointer });
}

/** A problem at a spot, for files that could not be parsed. */
export function problemAt(
  spot: Spot,
  { code, pointer, given = {}, near }: Omit<DefinitionProblemRequest, "file" | "spot">,
): Problem {
  const text: ProblemText = DEFINITION_PROBLEMS[code];
  const hint = near === undefined ? text.hint : { vi: near, en: near };
  return {
    code,
    pointer,
    message: { vi: fill(text.vi, given, "vi"), en: fill(text.en, given, "en") },
    ...(hint === undefined ? {} : { hint: { vi: fill(hint.vi, given, "vi"), en: fill(hint.en, given, "en") } }),
    ...(text.severity === undefined ? {} : { severity: text.severity }),
    ...spot,
  };
}

function fill(text: string, given: Readonly<Record<string, string | Text>>, language: Language): string {
  return text.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => {
    const value = given[name] ?? whole;
    return typeof value === "string" ? value : textIn(value, language);
  });
}
