import type { FoundWork } from "@motcua/handlers";
import type { Province } from "@motcua/procedure";
import { timeOf } from "../words/day-words.ts";
import { CHOSEN, chosenValue } from "./bulk-form.tsx";
import { LATENESS } from "./lateness-words.ts";
import { deskPath } from "./officer.ts";
import { roleOf } from "./worklist-filter.ts";

type Line = FoundWork["lines"][number];

/** What a table of work is drawn from. */
export interface WorklistTableProps {
  readonly lines: readonly Line[];
  readonly roleName: (role: string) => string;
  readonly province: Province;
  /** Whether there is more than one of these among all the work: else they are not told. */
  readonly several: { readonly units: boolean; readonly roles: boolean };
  /** Whether each line can be ticked. */
  readonly choose?: boolean;
}

/** Open tasks, a line each; on a phone a block each. */
export function WorklistTable(props: WorklistTableProps) {
  const { lines, several, choose = false } = props;
  const named = lines.some(({ owner }) => owner !== undefined);
  return (
    <table class="stack compact">
      <caption class="unseen">Các việc đang chờ, hạn gần nhất trước</caption>
      <thead>
        <tr>
          {choose ? <th scope="col">Chọn</th> : null}
          <th scope="col">Hạn xử lý</th>
          <th scope="col">Hồ sơ</th>
          {named ? <th scope="col">Chủ hồ sơ</th> : null}
          <th scope="col">Việc</th>
          <th scope="col">Thủ tục</th>
          {several.roles || several.units ? <th scope="col">{several.units ? "Nhiệm vụ, đơn vị" : "Nhiệm vụ"}</th> : null}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row {...props} line={line} choose={choose} named={named} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ line, roleName, province, several, choose, named }: Omit<WorklistTableProps, "lines"> & { readonly line: Line; readonly choose: boolean; readonly named: boolean }) {
  const { words, tag } = LATENESS[line.lateness];
  const unitName = province.units.find((unit) => unit.code === line.unit)?.name.vi ?? line.unit;
  return (
    <tr>
      {choose ? (
        <td class="pick">
          <label>
            <input type="checkbox" name={CHOSEN} value={chosenValue(line)} />
            <span class="unseen">Chọn hồ sơ {line.code}</span>
          </label>
        </td>
      ) : null}
      <td>
        <span class={tag}>{words}</span>
        {line.due === undefined ? null : <span class="due">{timeOf(line.due)}</span>}
      </td>
      <th scope="row">
        <a href={deskPath(line.code)}>{line.code}</a>
      </th>
      {named ? <td data-head="Chủ hồ sơ">{line.owner ?? ""}</td> : null}
      <td class="long" data-head="Việc">
        {line.stepName.vi}
      </td>
      <td class="long" data-head="Thủ tục">
        {line.procedure.vi}
      </td>
      {several.roles || several.units ? (
        <td data-head="Nhiệm vụ">
          {roleName(roleOf(line))}
          {several.units ? <span class="quiet"> ({unitName})</span> : null}
        </td>
      ) : null}
    </tr>
  );
}
