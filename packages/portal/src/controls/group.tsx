import { isObject, type JsonObject } from "../form/json-pointer.ts";
import { forbiddenNow } from "../form/object-rules.ts";
import type { Control, DrawnField, ReadField } from "./control.ts";
import { Grouped } from "./field-frame.tsx";

/** The fields of an object, one below the other. */
export function GroupFields(of: DrawnField) {
  const value = isObject(of.value) ? of.value : {};
  return (
    <>
      {of.field.fields.map((field) => {
        const { Input } = of.drawing.controlFor(field);
        return Input({ field, at: `${of.at}/${field.key}`, value: value[field.key], drawing: of.drawing });
      })}
    </>
  );
}

/** Reads the fields of an object, without those that do not apply to what was sent; `undefined` when none was filled in. */
export function readGroup({ field, at, body, controlFor }: ReadField): JsonObject | undefined {
  const given = field.fields.map((below) => [below.key, controlFor(below).read({ field: below, at: `${at}/${below.key}`, body, controlFor })] as const);
  const value = Object.fromEntries(given.filter(([, each]) => each !== undefined));
  const forbidden = forbiddenNow(field.schema, value);
  const applicable = Object.fromEntries(Object.entries(value).filter(([key]) => !forbidden.has(key)));
  return Object.keys(applicable).length === 0 ? undefined : applicable;
}

/** Fields that belong together. */
export const group: Control = {
  Input: (of) => (
    <Grouped of={of} large>
      <GroupFields {...of} />
    </Grouped>
  ),
  read: readGroup,
  words: () => undefined,
};
