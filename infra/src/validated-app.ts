import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";

/** Options of {@link validatedApp}. */
export interface ValidatedAppOptions {
  readonly outdir: string;
  readonly validate: boolean;
}

/** An app whose synthesis fails on what cdk-lib's template rules or the AwsSolutions pack find and nobody acknowledged. */
export function validatedApp({ outdir, validate }: ValidatedAppOptions): App {
  const app = new App({
    outdir,
    analyticsReporting: false,
    treeMetadata: false,
    builtinCloudFormationValidation: validate,
    context: {
      "@aws-cdk/core:validateAgainstDefaultRules": true,
      "@aws-cdk/aws-iam:minimizePolicies": true,
      "@aws-cdk/aws-apigatewayv2-authorizers:apiGatewayv2AuthorizersLambdaPermission": true,
      "@aws-cdk/aws-lambda-nodejs:sdkV3ExcludeSmithyPackages": true,
    },
  });
  if (validate) Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}
