import { GatewayResponse, ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import { Construct } from 'constructs';
import { PROBLEMS, type ProblemKind } from '#shared/contracts/problems';

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

/**
 * What the gateway answers before a door is reached, in the form of the Suomi.fi API, which its clients read: `{reason}`
 * with the media type to the letter. A caller of a newer front gets the same here; the gateway has one form for all.
 *
 * @see suomifi-messages-notes.md section 9 (rule 1) and its error catalogue
 */
export class GatewayAnswers extends Construct {
  constructor(scope: Construct, id: string, restApi: RestApi) {
    super(scope, id);
    const add = (type: ResponseType, statusCode: string, [mediaType, body]: readonly [string, string]) =>
      new GatewayResponse(this, type.responseType, {
        restApi,
        type,
        statusCode,
        responseHeaders: { 'Content-Type': `'${mediaType}'` },
        templates: { [mediaType]: body },
      });
    for (const [type, kind] of REFUSALS) {
      const { status, title } = PROBLEMS[kind];
      add(type, String(status), reason(title.en));
    }
    for (const type of [ResponseType.THROTTLED, ResponseType.QUOTA_EXCEEDED]) add(type, '429', reason(TOO_MANY));
    for (const type of [ResponseType.ACCESS_DENIED, ResponseType.WAF_FILTERED]) add(type, '403', reason(NOT_LET_IN));
    add(ResponseType.REQUEST_TOO_LARGE, '413', ['text/plain', 'HTTP content length exceeded 10485760 bytes.']);
    new GatewayResponse(this, 'DEFAULT_4XX', {
      restApi,
      type: ResponseType.DEFAULT_4XX,
      responseHeaders: { 'Content-Type': "'application/json'" },
      templates: { 'application/json': '{"reason":$context.error.messageString}' },
    });
  }
}

function reason(text: string): readonly [string, string] {
  return ['application/json', JSON.stringify({ reason: text })];
}
