import type { Text } from "@motcua/procedure";

/** A named shape of texts: the one function that judges it, and how to say what it asks for. */
export interface Format {
  readonly name: string;
  readonly test: (text: string) => boolean;
  /** Completes "Enter the phone number …": what is wanted, never what was given. */
  readonly phrase: Required<Text>;
}
