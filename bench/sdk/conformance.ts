import { generatePredicate } from "../../packages/codegen/src/index.ts";
import { ABSENT, suiteCases, suiteDocuments } from "../../packages/codegen/test/json-schema-suite.ts";
import { runEmitted, type EmittedPredicate } from "../../packages/codegen/test/run-emitted.ts";
import { type Maker, scoreOf, type SuiteScore } from "../../packages/codegen/test/suite-peers.ts";
import { peers } from "../peers/peers.ts";
import { progress } from "../progress.ts";
import { figure, type Row } from "../row.ts";
import { beside } from "./beside.ts";

/** The dialect and the vocabulary of a schema are its own matter there: what is not honoured is refused. */
const OWN_DIALECT: ReadonlySet<string> = new Set(["dynamicRef", "vocabulary"]);

const ours: Maker = (schema, documents) => {
  const text = generatePredicate(schema, { documents });
  if (!text.ok) throw new Error("refused");
  return (runEmitted(text.value) as EmittedPredicate).is;
};

/** The official suite, draft 2020-12, beside six peers: what they pass, take without a word though it is invalid, and refuse. */
export function conformance(): readonly Row[] {
  const cases = suiteCases();
  if (cases.length === 0) {
    console.error(ABSENT);
    return [];
  }
  const documents = suiteDocuments();
  const all = scoreOf(ours, cases, documents);
  const most = scoreOf(ours, cases.filter(({ file }) => !OWN_DIALECT.has(file)), documents);
  return [
    figure("sdk", { name: "JSON-Schema-Test-Suite, invalid values accepted", value: all.falselyAccepted, unit: "tests", atMost: 0 }),
    figure("sdk", { name: "JSON-Schema-Test-Suite, outside dynamicRef and vocabulary", value: percent(most), unit: "%", atLeast: 99.5 }),
    figure("sdk", { name: "JSON-Schema-Test-Suite, all", value: percent(all), unit: "%", atLeast: 96 }),
    ...peers(cases.map(({ schema }) => schema)).flatMap(([peer, make]) => {
      progress(`the official suite through ${peer}`);
      const score = scoreOf(make, cases, documents);
      return [
        beside({ name: `JSON-Schema-Test-Suite, all, beside ${peer}`, value: percent(all), unit: "%", peer, peerValue: percent(score) }),
        beside({ name: `invalid values accepted, beside ${peer}`, value: all.falselyAccepted, unit: "tests", peer, peerValue: score.falselyAccepted }),
        beside({ name: `refused out loud, beside ${peer}`, value: all.refused, unit: "tests", peer, peerValue: score.refused }),
      ];
    }),
  ];
}

function percent({ passed, tests }: SuiteScore): number {
  return Math.round((1_000 * passed) / tests) / 10;
}
