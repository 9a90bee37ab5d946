/**
 * How the clock reads what the law leaves open. Data, so that a province or a later law changes a value and no code.
 * @see docs/decisions for why each default is what it is
 */
export interface CountingPolicy {
  /**
   * What an EXTEND pause gives back. `MINUTES`: the working time that remained when the pause began is consumed from the
   * resume, to the minute. `WHOLE_DAYS`: a due date that ends with its day moves by the working days of the pause, because
   * the receipt speaks of days; any other moves by minutes.
   */
  readonly extend: "MINUTES" | "WHOLE_DAYS";
  /** Cut-off of `same-day` where the limit names none, local time `HH:mm`. */
  readonly sameDayCutOff: string;
  /** Working hours in one working day: what a fraction of a day is a fraction of, whatever a unit's sessions add up to. */
  readonly hoursPerDay: number;
  /** Where an elapsed-hours limit ends outside working time: `STAY` there, or `ROLL` to the next opening. */
  readonly elapsedEnd: "STAY" | "ROLL";
}

/** What holds where a calendar says nothing else: what the shop prints on its receipts. */
export const DEFAULT_POLICY: CountingPolicy = { extend: "WHOLE_DAYS", sameDayCutOff: "15:00", hoursPerDay: 8, elapsedEnd: "STAY" };
