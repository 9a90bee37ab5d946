import { inputId, inputName } from "../form/form-body.ts";
import { isGiven } from "../form/is-given.ts";
import type { Control, DrawnField, ReadField } from "./control.ts";
import { described, framePartsOf, Grouped } from "./field-frame.tsx";

/** Rows a browser may say there are; the form's own limit is checked with the rest. */
const MOST_ROWS = 200;

function Input(of: DrawnField) {
  const { field, at, drawing } = of;
  const item = field.item;
  if (item === undefined) return null;
  const rows: readonly unknown[] = Array.isArray(of.value) && of.value.length > 0 ? of.value : field.optional ? [] : [undefined];
  const full = rows.length >= (field.schema.maxItems ?? MOST_ROWS);
  const parts = framePartsOf(of);
  return (
    <Grouped of={of} large>
      <input type="hidden" name={countName(at)} value={String(rows.length)} />
      {rows.map((value, index) => (
        <div class="row" id={`${inputId(at)}-dong-${index}`}>
          {drawing.controlFor(item).Input({ field: { ...item, label: { vi: `${item.label.vi} ${index + 1}` } }, at: `${at}/${index}`, value, drawing })}
          <button class="button small warning" type="submit" name="_do" value={`remove:${at}/${index}`} formnovalidate>
            Xóa<span class="unseen"> {`${item.label.vi} ${index + 1}`}</span>
          </button>
        </div>
      ))}
      {full ? (
        <p class="hint" id={parts.id}>
          Đã đủ số dòng tối đa.
        </p>
      ) : (
        <button class="button secondary" id={parts.id} type="submit" name="_do" value={`add:${at}`} formnovalidate {...described(parts)} aria-invalid={undefined}>
          Thêm {item.label.vi.toLowerCase()}
        </button>
      )}
    </Grouped>
  );
}

function countName(at: string): string {
  return `${inputName(at)}.so_dong`;
}

/** Reads the rows, and carries out `add` and `remove` of this list. Rows left empty are dropped, but not while rows are being added. */
function read({ field, at, body, controlFor }: ReadField): unknown {
  const item = field.item;
  if (item === undefined) return undefined;
  const count = Math.min(Number.parseInt(body.text(countName(at)), 10) || 0, MOST_ROWS);
  const action = body.text("_do");
  const rows = Array.from({ length: count }, (_, index) => controlFor(item).read({ field: item, at: `${at}/${index}`, body, controlFor }));
  const kept = rows.filter((_, index) => action !== `remove:${at}/${index}`);
  const blank = item.control === "group" || item.control === "address" ? {} : "";
  if (action === `add:${at}`) return [...(kept.length === 0 && !field.optional ? [blank] : []), ...kept, blank].map((row) => row ?? blank);
  const filled = action === "" || action === "next" ? kept.filter(isGiven) : kept.map((row) => row ?? blank);
  return filled.length === 0 ? undefined : filled;
}

/** Rows that are added and removed by buttons which are plain submits. */
export const list: Control = { Input, read, words: () => undefined };
