import type { Sample, SampleAct } from "@motcua/procedure";

/** An act of a sample with its number in the script, from 0. */
export interface ScriptedAct {
  readonly act: SampleAct;
  readonly index: number;
}

/** A sample's script while it is acted out: each act serves the next task of its step, one on a consultation all of those asked. */
export class Script {
  readonly #left: ScriptedAct[];

  constructor({ script = [] }: Pick<Sample, "script">) {
    this.#left = script.map((act, index) => ({ act, index }));
  }

  /** The act for a step that is open, not used before. */
  at(step: string): ScriptedAct | undefined {
    return this.#left.find(({ act }) => act.step === step);
  }

  /** Takes an act out, unless it has to be done again for another of the step's `open` tasks; silence is that of all, a supplement is asked for once. */
  use(scripted: ScriptedAct | undefined, open: number): void {
    if (scripted === undefined || (open > 1 && scripted.act.supplement === undefined && scripted.act.silence !== true)) return;
    this.#left.splice(this.#left.indexOf(scripted), 1);
  }

  /** Acts nobody has come to. */
  get left(): readonly ScriptedAct[] {
    return this.#left;
  }
}
