// Sample data of procedures, for tests of those who use them. Needs fast-check.
export { type FormContext, validForms } from "./valid-forms.ts";
