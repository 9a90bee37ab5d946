import { describe, expect, test } from "vitest";
import { KnownParts, RecordedText } from "./module-part.ts";
import { ModuleText } from "./module-text.ts";

/** A function that uses a constant, a name of its own and another part. */
function work(module: ModuleText, other: () => string): string {
  const name = module.take("check");
  const limit = module.hoist("limit", `${module.use("text")}({ maxLength: 3 })`);
  const both = module.hoist("both", `[${limit}, ${module.hoist("limit", "text({ maxLength: 3 })")}]`, "from here");
  module.write(`function ${name}(value) { return ${both}.includes(value) || ${other()}(value) || "$1_0$" === value; }`);
  return name;
}

function direct(taken: readonly string[]): { readonly name: string; readonly text: string; readonly imported: readonly string[] } {
  const module = new ModuleText(new Set(taken));
  const name = work(module, () => "other");
  return { name, text: module.parts().join("\n"), imported: module.imported() };
}

function placed(taken: readonly string[]): ReturnType<typeof direct> {
  const recorded = new RecordedText({ texts: ["$0_", "$1_0$"] });
  const part = recorded.part(work(recorded, () => recorded.other("Other")));
  const module = new ModuleText(new Set(taken));
  const name = part.writeInto(module, (id) => (id === "Other" ? "other" : "?"));
  return { name, text: module.parts().join("\n"), imported: module.imported() };
}

describe("a part of a module", () => {
  test.each([[[]], [["check"]], [["limit", "both", "limit_2"]]])("is written as if it were worked out there, where %j is taken", (taken) => {
    expect(placed(taken)).toEqual(direct(taken));
  });

  test("takes names that no text of its source looks like", () => {
    expect(placed([]).text).toContain('"$1_0$" === value');
  });

  test("shares constants with what stands in the module already", () => {
    const recorded = new RecordedText({});
    const part = recorded.part(work(recorded, () => "other"));
    const module = new ModuleText();
    const known = module.hoist("three", "text({ maxLength: 3 })");
    part.writeInto(module, () => "other");
    expect(module.parts().join("\n")).toContain(`const both = [${known}, ${known}];`);
  });

  test("is worked out when its definition is met again, and once", () => {
    const [parts, definition] = [new KnownParts<object>(), {}];
    let times = 0;
    const make = () => {
      times += 1;
      const recorded = new RecordedText({});
      return recorded.part(recorded.take("check"));
    };
    expect(parts.of(definition, make)).toBeUndefined();
    expect(parts.of(definition, make)).toBe(parts.of(definition, make));
    expect(times).toBe(1);
  });
});
