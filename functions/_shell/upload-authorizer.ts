import type { APIGatewayAuthorizerResult, APIGatewayRequestAuthorizerEvent } from 'aws-lambda';
import type { Authenticate } from '#functions/_shell/http-door';
import type { HttpRequest } from '#functions/_shell/http';
import { type AttachmentOwner, ownerName } from '#shared/domain/attachments/attachment';
import type { RecipientIds } from '#shared/flow/delivery/recipient-ids';
import type { Acting } from '#shared/flow/mandate/who-acts';
import type { SendingSystem } from '#shared/domain/tenancy/tenant';
import type { Ids } from '#shared/ports/ids';

interface UploadPorts {
  readonly system: Authenticate<SendingSystem>;
  readonly person: Authenticate<Acting>;
  readonly recipients: RecipientIds;
  readonly ids: Ids;
}

/** Route of recipients' uploads; every other one is a system's. */
const OWN = '/me/v1/attachments';

/**
 * Says whose an upload is and gives it its id, so that the gateway can put the body straight into the document store
 * (a function takes 6 MB, an upload may have 10): the object's key is `in/{ownerType}/{owner}/{uploadId}`. Never cached.
 */
export function makeUploadAuthorizer({ system, person, recipients, ids }: UploadPorts) {
  return async (event: APIGatewayRequestAuthorizerEvent): Promise<APIGatewayAuthorizerResult> => {
    const owner = await ownerOf(event.resource, requestOf(event));
    if (!owner) throw new Error('Unauthorized');
    const Statement = [{ Action: 'execute-api:Invoke', Effect: 'Allow' as const, Resource: event.methodArn }];
    return {
      principalId: ownerName(owner),
      policyDocument: { Version: '2012-10-17', Statement },
      context: { ownerType: owner.type, owner: ownerName(owner), uploadId: ids.attachment() },
    };
  };

  async function ownerOf(resource: string, request: HttpRequest): Promise<AttachmentOwner | undefined> {
    if (resource !== OWN) {
      const sender = await system(request);
      return sender.ok ? { type: 'tenant', tenantId: sender.value.tenantId } : undefined;
    }
    const acting = await person(request);
    if (!acting.ok) return undefined;
    const recipientId = acting.value.recipientId ?? (await recipients.enrol(acting.value.owner.id, ids.recipient()));
    return { type: 'recipient', recipientId };
  }
}

function requestOf(event: APIGatewayRequestAuthorizerEvent): HttpRequest {
  const headers = Object.fromEntries(
    Object.entries(event.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return {
    method: event.httpMethod,
    resource: event.resource,
    params: {},
    query: {},
    headers,
    body: undefined,
    traceId: event.requestContext.requestId,
  };
}
