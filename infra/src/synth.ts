import { acknowledge } from "./acknowledgements.ts";
import { OneStopShop, type OneStopShopProps } from "./one-stop-shop.ts";
import { validatedApp } from "./validated-app.ts";

/** Options of {@link synthesise}. */
export interface SynthOptions {
  /** Where the cloud assembly goes. */
  readonly outdir: string;
  /** Runs cdk-lib's template rules (as errors) and the AwsSolutions pack; slow, for CI and before a deployment. @default false */
  readonly validate?: boolean;
}

/** Synthesises the assembly of one province. @throws when a validation rule is broken */
export function synthesise(name: string, props: OneStopShopProps, options: SynthOptions): void {
  const app = validatedApp({ outdir: options.outdir, validate: options.validate ?? false });
  acknowledge(new OneStopShop(app, name, props));
  app.synth();
}
