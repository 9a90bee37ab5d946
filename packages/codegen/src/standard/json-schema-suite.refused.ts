/** Cases of the official suite that are refused, each with the place it is refused at and why. Nothing else may be. */
export const REFUSED: Readonly<Record<string, { readonly pointer: string; readonly why: string }>> = {
  "vocabulary: schema that uses custom metaschema with with no validation vocabulary": {
    pointer: "/form/$schema",
    why: "a dialect of one's own decides which keywords count: what a schema means would depend on another document",
  },
  "vocabulary: ignore unrecognized optional vocabulary": {
    pointer: "/form/$schema",
    why: "the same",
  },
};
