import { Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { AccountRecovery, FeaturePlan, Mfa, OAuthScope, StandardThreatProtectionMode, UserPool, UserPoolClient } from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";

/** Who vouches for people: an OpenID Connect issuer and the client the portal is known as. */
export interface LoginProvider {
  readonly issuer: string;
  readonly clientId: string;
}

/** Options of {@link Identity}. */
export interface IdentityProps {
  /** Absolute URLs the provider may send people back to. */
  readonly callbackUrls: readonly string[];
  readonly logoutUrls: readonly string[];
  /** Prefix of the hosted login page, unique in the region. */
  readonly domainPrefix: string;
}

/**
 * A user pool for a province that has no provider of its own. A province with VNeID or its own provider passes
 * {@link LoginProvider} instead. The portal is a public client with PKCE: there is no secret to keep.
 */
export class Identity extends Construct implements LoginProvider {
  readonly issuer: string;
  readonly clientId: string;

  constructor(scope: Construct, id: string, props: IdentityProps) {
    super(scope, id);
    const pool = new UserPool(this, "People", {
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: { minLength: 12, requireDigits: true, requireLowercase: true, requireUppercase: true, requireSymbols: true },
      accountRecovery: AccountRecovery.NONE,
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    pool.addDomain("Login", { cognitoDomain: { domainPrefix: props.domainPrefix } });
    const client = new UserPoolClient(this, "Portal", {
      userPool: pool,
      generateSecret: false,
      preventUserExistenceErrors: true,
      accessTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
        callbackUrls: [...props.callbackUrls],
        logoutUrls: [...props.logoutUrls],
      },
    });
    this.issuer = `https://cognito-idp.${Stack.of(this).region}.amazonaws.com/${pool.userPoolId}`;
    this.clientId = client.userPoolClientId;
  }
}
