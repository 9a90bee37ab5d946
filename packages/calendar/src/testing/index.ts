export { oracleClock, oracleMoved, type OracleReading } from "./oracle-clock.ts";
export { oracleWindow, type OracleWindow } from "./oracle-window.ts";
export { oracleLateBy, oracleMeasure, oracleMinutes } from "./oracle-measure.ts";
