// What emitted modules import. Browser-safe: no Node APIs, no `eval`.
export type { Channel, Expression, Facts, FormSchema, Problem, Procedure, ProcedureModule, Result, Section, Step as StepDefinition, Text } from "@motcua/procedure";

export { closest } from "./checks/closest.ts";
export { flag } from "./checks/flag.ts";
export type { FormRule } from "./checks/form-rule.ts";
export { mustBe } from "./checks/must-be.ts";
export { number, type NumberLimits } from "./checks/number.ts";
export { anyOfThese, oneOf } from "./checks/one-of.ts";
export { onlyKeys } from "./checks/only-keys.ts";
export { checked, checkedRecord, formProblems, type CheckContext, type FormChecks, type RecordChecks } from "./checks/run-check.ts";
export { text, type TextLimits } from "./checks/text.ts";
export type { Allowed, NodeCheck, ValueCheck } from "./checks/value-check.ts";

export type { FieldShape, SectionShape } from "./fields/field-shape.ts";
export { type FieldEntry, fieldsOf, type WrittenField } from "./fields/fields-of.ts";
export { type FieldInWords, type FieldWords, type FormInWords, type FormShape, type FormWords, inWords, type SectionInWords } from "./fields/in-words.ts";

export { date } from "./formats/date.ts";
export { datePartial } from "./formats/date-partial.ts";
export { email } from "./formats/email.ts";
export type { Format } from "./formats/format.ts";
export { FORMATS } from "./formats/formats.ts";
export { commune } from "./formats/vn-commune.ts";
export { enterpriseCode } from "./formats/vn-enterprise-code.ts";
export { personName } from "./formats/vn-person-name.ts";
export { personalId } from "./formats/vn-personal-id.ts";
export { phone } from "./formats/vn-phone.ts";
export { province } from "./formats/vn-province.ts";

export { age } from "./cel/age.ts";
export { minus, modulo, negative, plus, times } from "./cel/arithmetic.ts";
export { eq, gt, gte, isIn, lt, lte, ne } from "./cel/compare.ts";
export { all, exists, existsOne, filtered, mapped } from "./cel/comprehension.ts";
export { dateInWords } from "./cel/date-in-words.ts";
export { addMonths } from "./cel/add-months.ts";
export { daysBetween } from "./cel/days-between.ts";
export { contiguous } from "./cel/contiguous.ts";
export { distinct } from "./cel/distinct.ts";
export { fold } from "./cel/fold.ts";
export { and, choose, not, or } from "./cel/logic.ts";
export { max } from "./cel/max.ts";
export { min } from "./cel/min.ts";
export { personalIdMatchesBirth } from "./cel/personal-id-matches-birth.ts";
export { personalIdMatchesGender } from "./cel/personal-id-matches-gender.ts";
export { provinceOfCommune } from "./cel/province-of-commune.ts";
export { get, hasKey, list } from "./cel/read.ts";
export { size } from "./cel/size.ts";
export { sum } from "./cel/sum.ts";
export { contains, endsWith, startsWith } from "./cel/text-tests.ts";

export { codePoints } from "./code-points.ts";
export { equal } from "./equal.ts";
export { frozen } from "./frozen.ts";
export { segment } from "./json-pointer.ts";
export type { AnyTypes, ProcedureIds, ProcedureTypes, TypesOf } from "./procedure-ids.ts";
export { has, isObject, own } from "./own.ts";
export { hasBetween } from "./predicate/has-between.ts";
export { isMultiple } from "./predicate/is-multiple.ts";
export { isUnique } from "./predicate/is-unique.ts";
export { atLeast, atMost } from "./predicate/length.ts";
export { meetsRestOfItems, meetsRestOfKeys } from "./predicate/evaluated.ts";
export { hasKeys, keysOf, record } from "./predicate/record.ts";
export { withinStack } from "./predicate/within-stack.ts";
export type { Provenance } from "./provenance.ts";
export type { FieldControl, FormField } from "./problems/form-field.ts";
export { FORM_MESSAGES } from "./problems/form-messages.ts";
export type { FormProblemCode } from "./problems/form-problem-code.ts";
export { FormProblems } from "./problems/form-problems.ts";
