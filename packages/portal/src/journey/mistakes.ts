import { isError, type Problem, segmentsOf } from "@motcua/procedure";
import { inputId } from "../form/form-body.ts";
import type { Field } from "../form/field.ts";
import { placeOf, type FormSection } from "../form/form-model.ts";
import type { ListedMistake } from "../pages/error-summary.tsx";
import { CHANGING, pagePath, sectionPage, type Journey } from "./journey.ts";

/** Everything wrong with the form that would be submitted, warnings included; pointers are into the form. */
export function formProblems({ module, form, circumstances }: Journey): readonly Problem[] {
  const { channel, today, submittedOn = today } = circumstances;
  return module.problems(form, { channel, today, submittedOn });
}

/** The errors of one page of the form, each leading to its input. */
export function sectionMistakes(journey: Journey, { section }: FormSection): readonly ListedMistake[] {
  return formProblems(journey).flatMap((problem) => {
    const place = placeOf(journey.model, problem.pointer);
    return isError(problem) && place?.section.section.id === section.id ? [{ problem, href: `#${firstInput(place.field, problem.pointer)}` }] : [];
  });
}

/** A problem of the form as the last page lists it: leading to the page and the input. */
export function listedOnCheck({ model, draft }: Journey, problem: Problem): ListedMistake {
  const place = placeOf(model, problem.pointer);
  if (place === undefined) {
    const declared = model.declarations.find(({ at }) => at === problem.pointer);
    return declared === undefined ? { problem } : { problem, href: `#${inputId(declared.at)}` };
  }
  const page = pagePath(draft, sectionPage(place.section.section.id));
  return { problem, href: `${page}?${CHANGING}&loi=1#${firstInput(place.field, problem.pointer)}` };
}

/** Id of the input a message about `pointer` leads to: of a group, its first one. */
function firstInput({ field, at }: { readonly field: Field; readonly at: string }, pointer: string): string {
  const below = pointer.startsWith(at) ? segmentsOf(pointer.slice(at.length)) : [];
  return inputId(leafOf(field, at, below));
}

function leafOf(field: Field, at: string, [key, ...rest]: readonly string[]): string {
  if (field.item !== undefined) return key === undefined ? at : leafOf(field.item, `${at}/${key}`, rest);
  const child = field.fields.find((each) => each.key === key) ?? field.fields[0];
  return child === undefined ? at : leafOf(child, `${at}/${child.key}`, child.key === key ? rest : []);
}
