import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { acknowledge } from "./acknowledgements.ts";
import { OneStopShop, type OneStopShopProps } from "./one-stop-shop.ts";

/** Options of {@link synthesise}. */
export interface SynthOptions {
  /** Where the cloud assembly goes. */
  readonly outdir: string;
  /** Runs cdk-lib's template rules (as errors) and the AwsSolutions pack; slow, for CI and before a deployment. @default false */
  readonly validate?: boolean;
}

/** Synthesises the assembly of one province. @throws when a validation rule is broken */
export function synthesise(name: string, props: OneStopShopProps, options: SynthOptions): void {
  const app = new App({
    outdir: options.outdir,
    analyticsReporting: false,
    treeMetadata: false,
    builtinCloudFormationValidation: options.validate ?? false,
    context: {
      "@aws-cdk/core:validateAgainstDefaultRules": true,
      "@aws-cdk/aws-iam:minimizePolicies": true,
      "@aws-cdk/aws-apigatewayv2-authorizers:apiGatewayv2AuthorizersLambdaPermission": true,
      "@aws-cdk/aws-lambda-nodejs:sdkV3ExcludeSmithyPackages": true,
    },
  });
  const shop = new OneStopShop(app, name, props);
  acknowledge(shop);
  if (options.validate === true) Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  app.synth();
}
