import { ResponseType } from 'aws-cdk-lib/aws-apigateway';
import { PROBLEMS, type ProblemKind } from '#shared/contracts/problem-kinds';

/** Said by the gateway itself: which kind of refusal each of its own is. */
const REFUSALS: readonly (readonly [ResponseType, ProblemKind])[] = [
  [ResponseType.UNAUTHORIZED, 'unauthorized'],
  [ResponseType.MISSING_AUTHENTICATION_TOKEN, 'not-found'],
  [ResponseType.RESOURCE_NOT_FOUND, 'not-found'],
  [ResponseType.BAD_REQUEST_BODY, 'body-invalid'],
  [ResponseType.BAD_REQUEST_PARAMETERS, 'body-invalid'],
  [ResponseType.AUTHORIZER_FAILURE, 'fault'],
  [ResponseType.AUTHORIZER_CONFIGURATION_ERROR, 'fault'],
  [ResponseType.API_CONFIGURATION_ERROR, 'fault'],
  [ResponseType.INTEGRATION_FAILURE, 'fault'],
  [ResponseType.INTEGRATION_TIMEOUT, 'fault'],
  [ResponseType.DEFAULT_5XX, 'fault'],
];

const TOO_MANY = 'Too many requests: send the same request again a little later';
const NOT_LET_IN = 'Requests from this address or of this form are not let in';
const TOO_LARGE = 'HTTP content length exceeded 10485760 bytes.';

interface GatewayAnswer {
  /** @default as the gateway has it */
  readonly statusCode?: string;
  readonly responseParameters: Readonly<Record<string, string>>;
  readonly responseTemplates: Readonly<Record<string, string>>;
}

/**
 * What the gateway answers before a door is reached, in the form of the Suomi.fi API, which its clients read: `{reason}`
 * with the media type to the letter. A caller of a newer front gets the same here; the gateway has one form for all.
 *
 * @returns answers by the name API Gateway has for each
 * @see suomifi-messages-notes.md section 9 (rule 1) and its error catalogue
 */
export function gatewayAnswers(): Readonly<Record<string, GatewayAnswer>> {
  const refusals = REFUSALS.map(([type, kind]): [ResponseType, GatewayAnswer] => {
    const { status, title } = PROBLEMS[kind];
    return [type, reason(String(status), title.en)];
  });
  const all: readonly (readonly [ResponseType, GatewayAnswer])[] = [
    ...refusals,
    [ResponseType.THROTTLED, reason('429', TOO_MANY)],
    [ResponseType.QUOTA_EXCEEDED, reason('429', TOO_MANY)],
    [ResponseType.ACCESS_DENIED, reason('403', NOT_LET_IN)],
    [ResponseType.WAF_FILTERED, reason('403', NOT_LET_IN)],
    [ResponseType.REQUEST_TOO_LARGE, { statusCode: '413', ...said('text/plain', TOO_LARGE) }],
    [ResponseType.DEFAULT_4XX, said('application/json', '{"reason":$context.error.messageString}')],
  ];
  return Object.fromEntries(all.map(([{ responseType }, answer]) => [responseType, answer]));
}

function reason(statusCode: string, text: string): GatewayAnswer {
  return { statusCode, ...said('application/json', JSON.stringify({ reason: text })) };
}

function said(mediaType: string, body: string): Omit<GatewayAnswer, 'statusCode'> {
  return {
    responseParameters: { 'gatewayresponse.header.Content-Type': `'${mediaType}'` },
    responseTemplates: { [mediaType]: body },
  };
}
