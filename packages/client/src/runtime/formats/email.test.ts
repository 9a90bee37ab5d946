import { describe, expect, test } from "vitest";
import { email } from "./email.ts";

// Source: RFC 5321, 4.1.2, without quoted local parts and address literals.
describe("email", () => {
  test.each([
    ["ten@example.com", "the usual"],
    ["nguyen.van-a+hoso@mail.dongthap.gov.vn", "a tag and sub-domains"],
  ])("takes %s: %s", (text) => {
    expect(email.test(text)).toBe(true);
  });

  test.each([
    ["ten@example", "one label"],
    ["ten.example.com", "no @"],
    ["ten@@example.com", "two"],
    [".ten@example.com", "a full stop before"],
    ["te..n@example.com", "two full stops"],
    ["tên@example.com", "a letter that is not ASCII"],
    ["ten@-example.com", "a label that begins with a hyphen"],
    ["ten@example.com ", "a space behind"],
    ["a@b.c\r\nBcc: d@e.f", "a header put in"],
  ])("refuses %j: %s", (text) => {
    expect(email.test(text)).toBe(false);
  });

  test("says what is wanted in both languages, and is known by its name", () => {
    expect(email).toMatchObject({ name: "email", phrase: { vi: expect.stringMatching(/\S/) as string, en: expect.stringMatching(/\S/) as string } });
  });
});
