import { isObject } from "./json-pointer.ts";

/** Whether a value says anything: an object or a list does when one of its parts does. */
export function isGiven(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return false;
  if (Array.isArray(value)) return value.some(isGiven);
  return isObject(value) ? Object.values(value).some(isGiven) : true;
}
