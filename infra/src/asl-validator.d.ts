declare module "asl-validator" {
  /** One fault of a definition. */
  interface StateMachineError {
    readonly "Error code"?: string;
    readonly Message?: string;
  }
  /** Checks an Amazon States Language definition; adds defaults to the object it is given. */
  export default function validate(
    definition: object,
    options?: { readonly checkPaths?: boolean; readonly checkArn?: boolean },
  ): { readonly isValid: boolean; readonly errors: readonly StateMachineError[] };
}
