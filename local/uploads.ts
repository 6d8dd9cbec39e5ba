import type { APIGatewayProxyEvent, SQSRecord } from 'aws-lambda';
import type { Doors, HttpAnswer } from '#local/doors';
import { recordOf } from '#local/records';
import { type Answer, readRequest, writeAnswer } from '#functions/_shell/http';
import { refusalAnswer } from '#functions/_shell/refusals';
import type { UploadFault } from '#shared/domain/attachments/attachment';
import { attachmentId } from '#shared/domain/message/ids';
import type { AttachmentLog } from '#shared/ports/attachment-log';
import type { DocumentStore } from '#shared/ports/document-store';

interface UploadPorts {
  readonly doors: Doors;
  readonly documents: DocumentStore;
  readonly attachments: AttachmentLog;
}

export interface Uploads {
  take(upload: {
    readonly owner: { readonly ownerType: string; readonly owner: string; readonly uploadId: string } | undefined;
    readonly body: Buffer;
    readonly event: APIGatewayProxyEvent;
  }): Promise<HttpAnswer>;
}

/**
 * The way of an upload past the functions: into the document store, and to the worker that reads it. On one machine the
 * worker runs before the answer, so a file that can't be used is refused here and not only at the send.
 */
export function makeUploads({ doors, documents, attachments }: UploadPorts): Uploads {
  return {
    take: async ({ owner, body, event }) => {
      const request = readRequest(event);
      const at = { front: event.resource.startsWith('/me/') ? ('me' as const) : ('suomifi' as const), request };
      if (!owner) return asHttp(refusalAnswer(at, 'unauthorized'));
      const key = `in/${owner.ownerType}/${owner.owner}/${owner.uploadId}`;
      await documents.put(key, { bytes: body, mediaType: request.headers['content-type'] ?? '' });
      await doors.work('prepare-upload', { Records: [created(key)] });
      const attachment = await attachments.read(attachmentId.parse(owner.uploadId));
      if (!attachment) return asHttp(refusalAnswer(at, 'fault'));
      if (attachment.fault)
        return asHttp(refusalAnswer(at, KINDS[attachment.fault.status], { detail: attachment.fault.rule }));
      const trace: Record<string, string> = at.front === 'suomifi' ? { traceId: request.traceId } : {};
      return asHttp({ status: 201, headers: trace, json: { attachmentId: owner.uploadId } });
    },
  };
}

const KINDS = { 400: 'body-invalid', 413: 'too-large', 415: 'type-refused' } as const satisfies Record<
  UploadFault['status'],
  string
>;

function asHttp(answer: Answer): HttpAnswer {
  return writeAnswer(answer);
}

/** What S3 tells of an object, as far as the worker reads it. */
function created(key: string): SQSRecord {
  return recordOf(JSON.stringify({ Records: [{ s3: { object: { key: encodeURIComponent(key) } } }] }));
}
